# The layers of build-scripts/test. Each is a function layer_NAME that adds to the counts and never stops the others.
# Sourced; needs common.sh and build.sh.

passed=0 failed=0 skipped=0
report_lines=()
failures=()
reports="$root/build/reports"

# counted PASSED FAILED [SKIPPED]
counted() {
  passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + ${3:-0}))
  layer_passed=$((layer_passed + $1)) layer_failed=$((layer_failed + $2)) layer_skipped=$((layer_skipped + ${3:-0}))
}

# one_test NAME COMMAND...: a command that is a test by itself; its output is shown only when it fails.
one_test() {
  local name=$1 log status=0 pulse; shift
  log="$reports/$(printf '%s' "$name" | tr -c 'a-zA-Z0-9' '-').log"
  heartbeat "$log" 9>&- & pulse=$!
  # In the background and not in a condition, so that "set -e" holds inside.
  "$@" >"$log" 2>&1 </dev/null 9>&- &
  wait $! || status=$?
  kill "$pulse" 2>/dev/null || true
  wait "$pulse" 2>/dev/null || true
  [ ! -t 2 ] || printf '\r\033[K' >&2
  if [ "$status" -eq 0 ]; then
    counted 1 0
  else
    counted 0 1
    failures+=("$layer: $name")
    say "    FAILED: $name"
    tail -n 60 "$log" >&2
  fi
}

run_layers() {
  local layer began all_began=$SECONDS
  mkdir -p "$reports"
  for layer in "$@"; do
    began=$SECONDS layer_passed=0 layer_failed=0 layer_skipped=0
    step "layer $layer"
    "layer_$layer"
    report_lines+=("$(printf '%-11s %5d passed %4d failed %4d skipped %6d s' "$layer" "$layer_passed" "$layer_failed" \
      "$layer_skipped" $((SECONDS - began)))")
  done
  printf '\n'
  printf '%s\n' "${report_lines[@]}"
  [ ${#failures[@]} -eq 0 ] || printf 'failed: %s\n' "${failures[@]}"
  printf 'took %d min %d s\n' $(((SECONDS - all_began) / 60)) $(((SECONDS - all_began) % 60))
  [ $((passed + failed)) -gt 0 ] || { say "no test was run"; failed=1; }
  if [ "$skipped" -gt 0 ]; then
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  else
    printf '%d passed, %d failed\n' "$passed" "$failed"
  fi
  [ "$failed" -eq 0 ]
}

# ctest_in DIR [ARGUMENT...]: counts what ctest ran.
ctest_in() {
  local dir=$1 log total bad skip; shift
  log="$reports/ctest-$layer.log"
  (cd "$dir" && ctest --output-on-failure --timeout 1200 -j "$(jobs)" "$@") >"$log" 2>&1 </dev/null 9>&- || true
  total=$(sed -nE 's/^.* tests failed out of ([0-9]+).*$/\1/p' "$log" | tail -n 1)
  bad=$(sed -nE 's/^.* ([0-9]+) tests failed out of .*$/\1/p' "$log" | tail -n 1)
  skip=$(grep -cE '\*\*\*Skipped' "$log" || true)
  if [ -z "$total" ]; then
    counted 0 1
    failures+=("$layer: ctest ran no test in ${dir#"$root"/}")
    tail -n 40 "$log" >&2
    return 0
  fi
  counted $((total - bad - skip)) "$bad" "$skip"
  if [ "$bad" -gt 0 ]; then
    failures+=("$layer: $bad of ctest, in build/reports/$(basename "$log")")
    grep -E '^ *[0-9]+/[0-9]+ Test .*(Failed|Timeout|Exception)' "$log" >&2 || true
    grep -B 2 -A 25 -E 'FAILED:|ERROR: AddressSanitizer|runtime error:' "$log" | head -n 120 >&2 || true
  fi
}

layer_build() {
  local part
  for part in native wasm web; do one_test "build $part" "build_$part"; done
}

layer_unit() {
  one_test "build the tests" compile_tests
  ctest_in "$root/build/native" -LE check
}

compile_tests() {
  configured release
  compile release prequal_tests
}

layer_checks() {
  one_test "headers stand alone" compile_headers
  ctest_in "$root/build/native" -L check
}

compile_headers() {
  configured release
  compile release header_checks
}

# What fixed works cost, in instructions: a rise is found here and not by a person with a slow phone.
layer_instructions() {
  have valgrind || { say "    skipped: valgrind is not installed"; counted 0 0 1; return 0; }
  one_test "build the command" build_native
  one_test "instructions of fixed works" "$root/tests/instructions/check"
}

layer_tidy() {
  one_test "configure for clang" configured fuzz
  one_test "clang-tidy" "$root/tests/checks/tidy"
}

layer_install() {
  [ -d "$root/tests/install" ] && [ -f "$root/core/api/prequal.h" ] || { counted 0 0 1; return 0; }
  one_test "installed package" "$root/tests/install/run"
}

# One build with libFuzzer's instrumentation and both sanitizers serves the tests and the fuzz targets.
layer_sanitizers() {
  one_test "build with sanitizers" build_sanitized prequal_tests
  # The limits of the command are about memory, which sanitizers need several times of, and are tested as it is shipped.
  ctest_in "$root/build/fuzz" -LE 'check|fuzz' -E 'cli[.]limits'
}

build_sanitized() {
  configured fuzz
  compile fuzz "$@"
}

layer_fuzz() {
  one_test "build the fuzz targets" build_sanitized fuzz_targets
  ctest_in "$root/build/fuzz" -L fuzz
}

# The packages' own tests: the script "test" of the root package, which ends with the lines of node's test runner.
layer_web() {
  local log="$reports/web.log" good bad skip
  if [ ! -f "$root/package.json" ] || ! grep -q '"test":' "$root/package.json"; then
    counted 0 0 1
    return 0
  fi
  local status=0
  (cd "$root" && npm run --silent test) >"$log" 2>&1 </dev/null 9>&- || status=$?
  # Colour codes, and "# pass 12" or "(sign) pass 12".
  good=$(sed -nE 's/^[^a-z]*pass ([0-9]+)$/\1/p' "$log" | awk '{n += $1} END {print n + 0}')
  bad=$(sed -nE 's/^[^a-z]*fail ([0-9]+)$/\1/p' "$log" | awk '{n += $1} END {print n + 0}')
  skip=$(sed -nE 's/^[^a-z]*skipped ([0-9]+)$/\1/p' "$log" | awk '{n += $1} END {print n + 0}')
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  counted "$good" "$bad" "$skip"
  if [ "$bad" -gt 0 ]; then
    failures+=("web: see build/reports/web.log")
    grep -A 30 -E '^not ok|^ *✖|^[^a-z]*failing tests|Error' "$log" | head -n 120 >&2 || tail -n 60 "$log" >&2
  fi
}
