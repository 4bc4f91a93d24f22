#!/usr/bin/env bash
# What a stranger has: a fresh clone of the last commit, an empty home, no caches, and a PATH with nothing but Node, npm,
# git, the system's own commands and the browsers. Shows what gets installed, and that README's commands work there.
#   scripts/fresh-machine.sh           npm start in both browsers, and npm run package
#   scripts/fresh-machine.sh --test    .ci/run (npm test) as well
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/home" "$place/bin" "$place/tmp"
for command in node npm npx; do
  path=$(command -v "$command") || { echo "$command is not installed" >&2; exit 2; }
  ln -s "$(readlink -f "$path")" "$place/bin/$command"
done
git clone --quiet --no-hardlinks "$repository" "$place/cors-lens"

fresh() {
  (cd "$place/cors-lens" && env -i HOME="$place/home" TMPDIR="$place/tmp" LANG=C.UTF-8 \
    PATH="$place/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin" \
    ${npm_config_registry:+npm_config_registry="$npm_config_registry"} "$@")
}
# Where packages come from belongs to the network that this runs in, not to the project.
npm_config_registry=$(npm config get registry)

step() {
  printf '\n— %s\n' "$1" >&2
  shift
  local started=$SECONDS
  "$@"
  echo "  took $((SECONDS - started)) s" >&2
}

start() {
  local out="$place/$1.json"
  fresh npm start --silent -- --browser "$1" --headless --format json >"$out"
  fresh node -e '
    const { browser, exchanges } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    const blocked = exchanges.filter(({ verdict }) => verdict === "blocked").length;
    console.log(`  ${browser.name} ${browser.version}: ${exchanges.length} calls of the lab, ${blocked} blocked`);
    if (blocked === 0) process.exit(1);' "$out"
}

echo "Node $(fresh node --version), npm $(fresh npm --version), $(git -C "$place/cors-lens" log -1 --format='commit %h')"
step 'npm start in Chromium (the first: installs the dependencies)' start chromium
step 'npm start in Firefox' start firefox
step 'npm run package' fresh npm run --silent package
[ "${1:-}" != --test ] || step '.ci/run' fresh .ci/run

printf '\n— What was installed\n'
echo "  node_modules: $(du -sm "$place/cors-lens/node_modules" | cut -f1) MB, $(grep -c '"node_modules/' "$place/cors-lens/node_modules/.package-lock.json") packages"
echo "  home: $(cd "$place/home" && find . -mindepth 1 -maxdepth 1 -printf '%f ')"
echo "  left in the temporary folder: $(find "$place/tmp" -mindepth 1 -maxdepth 1 -printf '%f ')"
echo "  changed in the clone: $(git -C "$place/cors-lens" status --porcelain | tr '\n' ' ')"
