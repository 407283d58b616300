# ./postroom test: the part of the script that runs tests. Sourced; wants $project, $stamp and JAVA_HOME.

# Sets POSTROOM_BROWSER for the browser journeys: a program, 'playwright' for its own download, or 'none'.
find_browser() {
  if [ -n "${POSTROOM_BROWSER:-}" ]; then
    return 0
  fi
  for candidate in google-chrome google-chrome-stable chromium chromium-browser \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
    if command -v "$candidate" >/dev/null 2>&1; then
      POSTROOM_BROWSER=$(command -v "$candidate")
      return 0
    fi
  done
  echo "No Chrome or Chromium is installed: trying to download one for the browser journeys."
  if playwright_download; then
    POSTROOM_BROWSER=playwright
  elif [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && debian_package; then
    POSTROOM_BROWSER=$(command -v chromium)
  else
    POSTROOM_BROWSER=none
    echo "No browser could be found or installed: the browser journeys will be skipped. Install Chromium to run them."
  fi
}

# Runs a download, and gives up after five minutes where the system can measure them.
with_limit() {
  if command -v timeout >/dev/null 2>&1; then timeout 300 "$@"; else "$@"; fi
}

playwright_download() {
  version=$(sed -n 's/.*<playwright.version>\(.*\)<.*/\1/p' "$project/pom.xml")
  repository=$(cd "$project" && ./mvnw -q -N help:evaluate -Dexpression=settings.localRepository -DforceStdout 2>/dev/null) || return 1
  (cd "$project" && ./mvnw -q -N dependency:get "-Dartifact=com.microsoft.playwright:playwright:$version" >/dev/null 2>&1) || return 1
  classpath=$(find "$repository/com/microsoft/playwright" "$repository/com/google/code/gson" -name '*.jar' | tr '\n' ':')
  with_limit "$JAVA_HOME/bin/java" "-Djava.io.tmpdir=$temporary" -cp "$classpath" \
    com.microsoft.playwright.CLI install chromium-headless-shell >/dev/null 2>&1
}

debian_package() {
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium; } >/dev/null 2>&1
}

# Makes the run's folder: the file 'begin', older than every report of this run, and 'temporary' for whatever tests and
# the programs they start put into a temporary folder. All of it goes when the run ends, however it ends.
make_run_folder() {
  run=$(mktemp -d "${TMPDIR:-/tmp}/postroom-test.XXXXXX")
  # Postfix and Dovecot run as users of their own where the tests run as root, and have to get through.
  chmod 711 "$run"
  trap 'rm -rf "$run"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  temporary=$run/temporary
  mkdir "$temporary"
  : >"$run/begin"
  TMPDIR=$temporary
  export TMPDIR
}

# Prints what the tests left in the run's temporary folder.
tell_leftovers() {
  left=$(cd "$temporary" && find . -mindepth 1 -maxdepth 1 | sed 's|^\./|  |' | sort)
  [ -z "$left" ] || printf 'Left in the temporary folder, which every test should clear up after itself:\n%s\n' "$left"
}

tell_results() {
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    "$project/deploy/local/src/main/java/org/postroom/local/testrun/TestRun.java" "$project" "$run/begin"
}

# Builds from clean and runs every test. The start on a machine that has never seen Postroom comes first, before any other
# test could have left something that helps it.
test_everything() {
  if [ $# != 0 ]; then
    (cd "$project" && ./mvnw -T 2 clean verify "-Dtest.temporary=$temporary" "$@")
    return
  fi
  (cd "$project" && ./mvnw -T 2 clean package "-Dtest.temporary=$temporary" \
    -Dtest=FirstStartJourneyTest -Dsurefire.failIfNoSpecifiedTests=false) &&
    (cd "$project" && ./mvnw -T 2 verify "-Dtest.temporary=$temporary" -DexcludedGroups=first-start)
}

# Runs the tests: all from clean, or with --quick in what is built already those that need no started part. Other
# arguments go to Maven.
run_tests() {
  quick=no
  for argument in "$@"; do
    shift
    if [ "$argument" = --quick ]; then quick=yes; else set -- "$@" "$argument"; fi
  done
  started=$(date +%s)
  make_run_folder
  code=0
  if [ "$quick" = yes ]; then
    echo "Running the tests that need no started part: no broker, no database, no service, no browser."
    (cd "$project" && ./mvnw -T 2 test "-Dtest.temporary=$temporary" \
      '-Dtest=*Test,!*JourneyTest' -Dsurefire.failIfNoSpecifiedTests=false "$@") || code=$?
  else
    find_browser
    export POSTROOM_BROWSER
    test_everything "$@" || code=$?
    [ "$code" != 0 ] || [ $# != 0 ] || : >"$stamp"
  fi
  took=$(($(date +%s) - started))
  echo
  tell_leftovers
  if [ "$code" = 0 ]; then
    echo "The build passed in $((took / 60)) min $((took % 60)) s."
  else
    echo "The build failed after $((took / 60)) min $((took % 60)) s; what went wrong stands above."
  fi
  [ "$quick" = no ] || echo "These were the tests that need no started part. To run every test: ./postroom test"
  tell_results
  exit "$code"
}
