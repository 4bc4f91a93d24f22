# Sourced by scripts that want a minimal Debian in a folder of its own. What runs in it ends with the command that was
# started, and its mounts with that: both live in namespaces of that command alone.

can_have_debian_root() {
  [ "$(id -u)" = 0 ] && grep -qs '^ID=debian$' /etc/os-release && command -v debootstrap >/dev/null &&
    unshare --mount --pid --fork --kill-child true 2>/dev/null
}

# The mirror that this machine uses, and its release: `<url> <codename>`.
debian_here() {
  apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' |
    grep -v -e '-security' -e '-updates' -e '-backports' | head -1
}

# make_debian_root <folder> <codename>: with apt's settings of this machine, and its sources if it is the same release.
make_debian_root() {
  local root=$1 codename=$2 log mirror here
  read -r mirror here < <(debian_here)
  log=$(mktemp)
  debootstrap --variant=minbase "$codename" "$root" "$mirror" >"$log" 2>&1 || { tail -20 "$log" >&2; exit 1; }
  rm -f "$log"
  cp /etc/resolv.conf /etc/hosts "$root/etc/"
  if [ "$codename" = "$here" ]; then
    rm -f "$root/etc/apt/sources.list"
    cp -a /etc/apt/. "$root/etc/apt/"
    cp -an /usr/share/keyrings/. "$root/usr/share/keyrings/"
  else
    cp -a /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
  fi
}

# in_debian_root <folder> <command> …: with a /dev as containers have it. What stands in $shared (folders of this machine,
# by their own paths) is there as well.
in_debian_root() {
  # shellcheck disable=SC2016
  unshare --mount --pid --fork --kill-child sh -c '
    set -e
    root=$1; shared=$2; shift 2
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys"
    mount -t tmpfs -o mode=755 tmpfs "$root/dev"
    for device in null zero full random urandom tty; do
      touch "$root/dev/$device"
      mount --bind "/dev/$device" "$root/dev/$device"
    done
    mkdir "$root/dev/shm" "$root/dev/pts"
    mount -t tmpfs -o size=64m tmpfs "$root/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=666 devpts "$root/dev/pts"
    ln -s pts/ptmx "$root/dev/ptmx"
    ln -s /proc/self/fd "$root/dev/fd"
    for number in 0 1 2; do ln -s "/proc/self/fd/$number" "$root/dev/$(echo stdin stdout stderr | cut -d" " -f$((number + 1)))"; done
    for folder in $shared; do
      mkdir -p "$root$folder"
      mount --bind "$folder" "$root$folder"
    done
    exec chroot "$root" "$@"' sh "$1" "${shared:-}" "${@:2}"
}
