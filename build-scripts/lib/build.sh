# The parts of a build. Sourced; needs common.sh, emscripten.sh and node.sh.

# configured PRESET [ARGUMENT...]: runs CMake when there is no finished configuration; later ninja sees to that itself.
configured() {
  local preset=$1 dir; shift
  dir="$root/build/$preset"
  [ "$preset" != release ] || dir="$root/build/native"
  if [ ! -f "$dir/build.ninja" ] || ! stamped "configure-$preset" "$*"; then
    step "configuring $preset"
    (cd "$root" && quietly "$toolchain/log/configure-$preset.log" cmake --preset "$preset" "$@")
    stamp "configure-$preset" "$*"
  fi
}

# compile PRESET TARGET...: ninja's own progress for a person, one line otherwise; the whole output only when it fails.
compile() {
  local preset=$1 began=$SECONDS; shift
  local log="$toolchain/log/build-$preset.log"
  mkdir -p "$toolchain/log"
  step "building $preset${*:+: $*}"
  if [ -t 2 ]; then
    (cd "$root" && cmake --build --preset "$preset" -j "$(jobs)" ${*:+--target "$@"} 9>&-) >&2 || fail "the build of $preset failed"
  else
    (cd "$root" && quietly "$log" cmake --build --preset "$preset" -j "$(jobs)" ${*:+--target "$@"} 9>&-)
    say "    $(grep -cE '^\[[0-9]+/[0-9]+\]' "$log" || true) steps, $((SECONDS - began)) s"
  fi
}

build_native() {
  configured release
  compile release
}

build_wasm() {
  [ -f "$root/wasm/CMakeLists.txt" ] || return 0
  eval "$(emscripten_env)"
  configured wasm
  compile wasm
}

# The web packages say themselves how they are built: the script "build" of the root package, or of each package.
build_web() {
  [ -f "$root/package.json" ] || return 0
  step "building the web packages"
  if grep -q '"build":' "$root/package.json"; then
    (cd "$root" && quietly "$toolchain/log/build-web.log" npm run --silent build)
  else
    (cd "$root" && quietly "$toolchain/log/build-web.log" npm run --silent build --workspaces --if-present)
  fi
}
