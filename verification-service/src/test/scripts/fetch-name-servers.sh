#!/bin/sh
# Fetches nsd and unbound from Debian into a folder, without installing them: ./fetch-name-servers.sh <folder>
set -eu
folder=$1
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "expected Debian's apt-get and dpkg" >&2; exit 1; }
mkdir -p "$folder/packages"
cd "$folder/packages"
fetch() { apt-get download "$@" >/dev/null 2>&1; }
packages="nsd unbound libevent-2.1-7 libfstrm0 libprotobuf-c1"
fetch $packages || { apt-get update >/dev/null 2>&1 && fetch $packages; } || {
  echo "expected packages nsd and unbound, but they cannot be downloaded" >&2
  exit 1
}
for package in ./*.deb; do dpkg -x "$package" "$folder/root"; done
touch "$folder/complete"
