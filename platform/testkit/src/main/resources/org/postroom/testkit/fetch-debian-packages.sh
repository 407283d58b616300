# Unpacks Debian packages, and what of their dependencies is not on this machine, into a folder, without installing
# anything and without being root: <folder> <package>...
set -eu
folder=$1
shift
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "expected Debian's apt-get and dpkg, but they are not there"; exit 1; }
rm -rf "$folder/packages" "$folder/root"
mkdir -p "$folder/packages" "$folder/root"
cd "$folder/packages"
fetch() {
  plan=$(apt-get install --simulate --no-install-recommends "$@" 2>/dev/null) || return 1
  missing=$(echo "$plan" | sed -n 's/^Inst \([^ ]*\) .*/\1/p')
  [ -z "$missing" ] || apt-get download $missing >/dev/null 2>&1
}
fetch "$@" || { apt-get update >/dev/null 2>&1 && fetch "$@"; } || {
  echo "expected the packages $* from Debian's package server, but they cannot be fetched"
  exit 1
}
for package in ./*.deb; do
  [ ! -e "$package" ] || dpkg -x "$package" "$folder/root"
done
rm -rf "$folder/packages"
touch "$folder/complete"
