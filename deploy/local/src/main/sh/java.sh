# Finds a JDK; part of ./postroom, which sets wanted_java and has the function fail.

# Prints the major version of the Java in folder $1; nothing when there is none.
java_version() {
  [ -x "$1/bin/java" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p'
  fi
}

# Prints the folder of the JDK that the command java on the PATH belongs to.
java_on_path() {
  found=$(command -v java || true)
  [ -n "$found" ] || return 0
  while [ -L "$found" ]; do
    target=$(readlink "$found")
    case $target in
      /*) found=$target ;;
      *) found=$(dirname "$found")/$target ;;
    esac
  done
  (cd "$(dirname "$found")/.." && pwd)
}

# Sets JAVA_HOME to the first JDK that is new enough, of those that people and systems install below java_root, which is the
# system's own root but in a test.
find_java() {
  seen=""
  java_root=${java_root:-}
  path_java=$(java_on_path)
  for candidate in "${JAVA_HOME:-}" "$path_java" \
    "$java_root"/usr/lib/jvm/* "$java_root"/usr/java/* "$java_root"/opt/java/* "$java_root"/opt/jdk* "$java_root"/usr/local/openjdk* \
    "$java_root"/Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$java_root"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home "$java_root"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/*; do
    [ -n "$candidate" ] && [ -d "$candidate" ] || continue
    version=$(java_version "$candidate")
    [ -n "$version" ] || continue
    if [ ! -x "$candidate/bin/javac" ]; then
      seen="$seen
  Java $version in $candidate, but without its compiler javac (install the JDK, not only the runtime)"
    elif [ "$version" -ge "$wanted_java" ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    else
      seen="$seen
  Java $version in $candidate, which is too old"
    fi
  done
  fail "Postroom needs a JDK $wanted_java or later, but there is none in JAVA_HOME, on the PATH, or where systems keep their JDKs.
Install one, for example from https://adoptium.net, or set JAVA_HOME to one.${seen:+
Found:$seen}"
}
