#!/bin/sh
# Fetches Postfix from Debian into a folder, without installing it: ./fetch-postfix.sh <folder>
set -eu
folder=$1
[ -e "$folder/complete" ] && exit 0
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "expected Debian's apt-get and dpkg" >&2; exit 1; }
mkdir -p "$folder/packages"
cd "$folder/packages"
fetch() { apt-get download postfix >/dev/null 2>&1; }
fetch || { apt-get update >/dev/null 2>&1 && fetch; } || {
  echo "expected the package postfix, but it cannot be downloaded" >&2
  exit 1
}
for package in ./*.deb; do dpkg -x "$package" "$folder/root"; done
touch "$folder/complete"
