#!/usr/bin/env bash
# Puts the panel to browsers that this machine does not have: the oldest Chromium that the manifest allows, as the Debian of
# its time has it, and the newest Firefox, of Debian unstable. Each lives in a minimal Debian in a folder of its own; the
# tests and the driver stay here, and find it by CORS_LENS_CHROMIUM and CORS_LENS_FIREFOX.
#   scripts/other-browsers.sh                          test/e2e/agreement.test.ts in both
#   scripts/other-browsers.sh test/e2e/trial.test.ts   other tests
# Needs Debian, root and debootstrap. A browser that its mirror has no more is said, and left out.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/debian-root.sh
. scripts/debian-root.sh
can_have_debian_root || { echo 'This needs Debian, root and debootstrap.' >&2; exit 2; }
tests=("$@")
[ $# -gt 0 ] || tests=(test/e2e/agreement.test.ts)

place=$(mktemp -d)
trap 'rm -rf --one-file-system "$place"' EXIT
# The browser has to reach its profile, the extension and what tests save.
mkdir "$place/tmp"
shared="$PWD $place/tmp"
failed=0

# try_browser <chromium|firefox> <package> <codename> <variable that names its path>
try_browser() {
  local name=$1 package=$2 codename=$3 variable=$4 root="$place/$3" run="$place/$1"
  printf '\n— %s of Debian %s\n' "$package" "$codename"
  make_debian_root "$root" "$codename" || { failed=1; return; }
  if ! in_debian_root "$root" sh -c "apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $package" >"$place/log" 2>&1; then
    tail -3 "$place/log"
    failed=1
    return
  fi
  # The same namespaces for each start, and the descriptors that the driver speaks over.
  {
    echo '#!/usr/bin/env bash'
    declare -f in_debian_root
    printf 'shared=%q\nHOME=/root\nin_debian_root %q /usr/bin/%q "$@"\n' "$shared" "$root" "$package"
  } >"$run"
  chmod +x "$run"
  env "$variable=$run" TMPDIR="$place/tmp" npx vitest run --project e2e "${tests[@]}" -t "$name" || failed=1
}

try_browser chromium chromium bullseye CORS_LENS_CHROMIUM
try_browser firefox firefox sid CORS_LENS_FIREFOX
exit "$failed"
