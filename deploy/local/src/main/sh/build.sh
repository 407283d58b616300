# Builds what is not built; part of ./postroom, which sets project, lib, stamp, prepared and talk, and has the functions say,
# fail and launch.

# Tells whether a program is missing, or anything that programs are made from has changed since they were built.
needs_build() {
  [ -e "$stamp" ] || return 0
  for pom in "$project"/*/pom.xml "$project"/*/*/pom.xml; do
    if grep -q spring-boot-maven-plugin "$pom"; then
      ls "$(dirname "$pom")"/target/postroom-*-service.jar >/dev/null 2>&1 || return 0
    fi
  done
  changed=$(find "$project" -name target -prune -o \( -path '*/src/main/*' -o -name pom.xml \) -type f -newer "$stamp" -print | head -n 1)
  [ -n "$changed" ]
}

# A build that was broken off may have left half a file somewhere: nothing of it is used.
discard_broken_build() {
  [ -e "$project/.build-unfinished" ] || return 0
  say "The last build was broken off: building from the beginning."
  find "$project" -name pom.xml -not -path '*/target/*' | while read -r pom; do
    rm -rf "$(dirname "$pom")/target"
  done
}

build() {
  if ! (: >"$project/.build-unfinished.$$") 2>/dev/null; then
    fail "Postroom must be built first, but $project cannot be written. Build it as a user who may, or copy it elsewhere."
  fi
  rm -f "$project/.build-unfinished.$$"
  if [ -e "$stamp" ]; then
    say "Building what has changed. This usually takes less than a minute."
  else
    say "Building Postroom. This usually takes a minute or two, and some more the first time, when it downloads what it needs."
  fi
  discard_broken_build
  : >"$project/.build-unfinished"
  mkdir -p "$lib"
  log=$lib/build.log
  : >"$stamp.new"
  (cd "$project" && { ./mvnw -B -Dquick package 2>&1 && echo "BUILT"; }) | tee "$log" | if [ "$talk" = no ]; then
    cat >/dev/null
  else
    sed -n 's/^\[INFO\] Building \(.*\) [^ ]* *\[\([0-9]*\)\/\([0-9]*\)\].*/  \2 of \3  \1/p'
  fi
  grep -q '^BUILT$' "$log" || build_failed
  rm -f "$project/.build-unfinished"
  mv "$stamp.new" "$stamp"
}

# Names the cause and the cure of a failed build, as far as they can be read from what Maven said.
build_failed() {
  # Maven itself came to an end: what it has built until then is whole.
  ! grep -q '^\[INFO\] BUILD FAILURE' "$log" || rm -f "$project/.build-unfinished"
  grep '^\[ERROR\]' "$log" | head -n 20 >&2
  if grep -q -i 'no space left on device' "$log"; then
    fail "The build failed: the disk is full. Make room for it (it needs about 2 GB with what it downloads) and try again."
  elif grep -q -i -E 'unknown host|unresolved address|connection refused|connect timed out|network is unreachable|could not resolve host|failed to fetch|temporary failure in name resolution|unable to find valid certification path' "$log"; then
    fail "The build failed: it could not download what it needs. The first build needs Maven Central (repo.maven.apache.org):
check the network, or name your proxy or mirror in ~/.m2/settings.xml, and try again. All that it said is in $log."
  elif grep -q -i 'permission denied' "$log"; then
    fail "The build failed: a file or folder cannot be written; it stands above. All that the build said is in $log."
  fi
  grep -q '^\[ERROR\]' "$log" || tail -n 15 "$log" >&2
  fail "The build failed. Mend what stands above and try again; everything that it said is in $log."
}

# Makes later starts quick, once after a build that changed most programs.
prepare() {
  if [ "$talk" = no ]; then quietly=--quiet; else quietly=; fi
  (launch prepare --if-worthwhile $quietly) ||
    fail "The programs could not be prepared for quick starts. Mend what stands above and try again."
  cp -p "$stamp" "$prepared"
}
