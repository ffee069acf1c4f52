# Shared by the scripts a person types: where things are, how to speak, how to fail. Sourced, never run.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
toolchain="$root/.toolchain"        # private, git-ignored: whatever the system's own packages cannot give
stamps="$toolchain/stamps"          # one file per finished step, so that an interrupted run repeats only that step

say()  { printf '%s\n' "$*" >&2; }
step() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
# One line that says what is wrong and what to do, then out.
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# version_at_least HAVE WANT: dotted versions, compared number by number.
version_at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# stamped NAME KEY: was this step finished for just this key (a version, a checksum)?
stamped() { [ -f "$stamps/$1" ] && [ "$(cat "$stamps/$1")" = "$2" ]; }
stamp()   { mkdir -p "$stamps"; printf '%s' "$2" >"$stamps/$1.tmp"; mv "$stamps/$1.tmp" "$stamps/$1"; }

# How many jobs to compile with: all processors, but a compiler may take a gigabyte.
jobs() {
  local cores memory
  cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
  memory=$(awk '/MemAvailable/ {print int($2 / 1000000)}' /proc/meminfo 2>/dev/null || echo 4)
  [ "$memory" -lt 1 ] && memory=1
  [ "$cores" -gt "$memory" ] && cores=$memory
  echo "$cores"
}

# quietly LOG COMMAND...: the output goes to LOG; its end is shown only when the command fails.
quietly() {
  local log=$1; shift
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "'$1' failed; its whole output is in $log"
  fi
}
