#!/usr/bin/env bash
# What a stranger has: a fresh clone of the last commit on a machine with nothing but Node. Shows what gets installed, and
# that README's commands work there.
#   scripts/fresh-machine.sh           npm start in both browsers, and npm run package
#   scripts/fresh-machine.sh --test    .ci/run (npm test) as well
#   scripts/fresh-machine.sh --home    no Debian of its own, see below
# On Debian, as root and with debootstrap installed, that machine is a minimal Debian of this one's release in a folder of
# its own, with this machine's Node copied in: no browser, no git, no fonts, no certificates but what the network asks for,
# and 64 MB of shared memory, as containers have. Elsewhere, or with --home, it is an empty home without caches, and a
# PATH with Node, npm, the system's own commands and the browsers.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=scripts/debian-root.sh
. "$repository/scripts/debian-root.sh"
with_tests=false
own_root=true
for option in "$@"; do
  case $option in
    --test) with_tests=true ;;
    --home) own_root=false ;;
    *) echo "usage: scripts/fresh-machine.sh [--test] [--home]" >&2; exit 2 ;;
  esac
done
for command in git node npm npx; do
  command -v "$command" >/dev/null || { echo "$command is not installed" >&2; exit 2; }
done

place=$(mktemp -d)
# What runs in the folder ends with its namespace, and its mounts with that.
trap 'rm -rf --one-file-system "$place"' EXIT

# Where packages come from belongs to the network that this runs in, not to the project.
network=()
keep() { [ -z "$2" ] || [ "$2" = null ] || network+=("$1=$2"); }
keep npm_config_registry "$(npm config get registry)"
keep npm_config_proxy "$(npm config get proxy)"
keep npm_config_https_proxy "$(npm config get https-proxy)"
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do keep "$name" "${!name:-}"; done

step() {
  printf '\n— %s\n' "$1" >&2
  shift
  local started=$SECONDS
  "$@"
  echo "  took $((SECONDS - started)) s" >&2
}

make_root() {
  make_debian_root "$root" "$(debian_here | cut -d' ' -f2)"
  # Node as the one thing that has to be there: its program, and npm beside it.
  local node npm
  node=$(readlink -f "$(command -v node)")
  npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
  mkdir -p "$root/opt/node/bin" "$root/opt/node/lib/node_modules" "$root$home"
  cp "$node" "$root/opt/node/bin/node"
  cp -a "$npm" "$root/opt/node/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/opt/node/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$root/opt/node/bin/npx"
  # A network that signs for others has its own certificates.
  if [ -n "${NODE_EXTRA_CA_CERTS:-}" ]; then
    cp "$NODE_EXTRA_CA_CERTS" "$root/opt/node/network.pem"
    network+=(NODE_EXTRA_CA_CERTS=/opt/node/network.pem npm_config_cafile=/opt/node/network.pem)
  fi
  chroot "$root" dpkg-query -W -f '${Package}\n' | sort >"$place/before"
}

if $own_root && can_have_debian_root; then
  root=$place/root
  home=/home/stranger
  clone=$root/home/cors-lens
  path=/opt/node/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  fresh() {
    in_debian_root "$root" env -i -C /home/cors-lens HOME="$home" PATH="$path" LANG=C.UTF-8 "${network[@]}" "$@"
  }
  step 'A minimal Debian' make_root
  echo "Debian $(cat "$root/etc/debian_version"), $(wc -l <"$place/before") packages, $(du -sm --one-file-system "$root" | cut -f1) MB with Node"
else
  ! $own_root || echo 'No Debian of its own here (that needs Debian, root and debootstrap): an empty home instead.'
  home=$place/home
  clone=$place/cors-lens
  mkdir "$home" "$place/bin" "$place/tmp"
  for command in node npm npx; do ln -s "$(readlink -f "$(command -v "$command")")" "$place/bin/$command"; done
  fresh() {
    (cd "$clone" && env -i HOME="$home" TMPDIR="$place/tmp" LANG=C.UTF-8 \
      PATH="$place/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin" "${network[@]}" "$@")
  }
fi
git clone --quiet --no-hardlinks "$repository" "$clone"

start() {
  local out="$place/$1.json"
  fresh npm start --silent -- --browser "$1" --headless --format json >"$out"
  fresh node -e '
    const { browser, exchanges } = JSON.parse(require("fs").readFileSync(0, "utf8"));
    const blocked = exchanges.filter(({ verdict }) => verdict === "blocked").length;
    console.log(`  ${browser.name} ${browser.version}: ${exchanges.length} calls of the lab, ${blocked} blocked`);
    if (blocked === 0) process.exit(1);' <"$out"
}

echo "Node $(fresh node --version), npm $(fresh npm --version), $(git -C "$clone" log -1 --format='commit %h')"
step 'npm start in Chromium (the first: installs the dependencies, and what browsers are missing)' start chromium
step 'npm start in Firefox' start firefox
step 'npm run package' fresh npm run --silent package
status=0
# What was installed is shown all the same.
tests() { fresh .ci/run || status=$?; }
! $with_tests || step '.ci/run' tests

printf '\n— What was installed\n'
echo "  node_modules: $(du -sm "$clone/node_modules" | cut -f1) MB, $(grep -c '"node_modules/' "$clone/node_modules/.package-lock.json") packages"
if [ -n "${root:-}" ]; then
  fresh dpkg-query -W -f '${Package}\n' | sort >"$place/after"
  echo "  Debian packages: $(comm -13 "$place/before" "$place/after" | wc -l) more"
  echo "  the whole: $(du -sm --one-file-system "$root" | cut -f1) MB"
fi
list() { find "$1" -mindepth 1 -maxdepth 1 -printf '%f '; }
echo "  home: $(list "${root:-}$home")"
echo "  left in the temporary folder: $(list "${root:-$place}/tmp")"
echo "  changed in the clone: $(git -C "$clone" status --porcelain | tr '\n' ' ')"
exit "$status"
