# Shared by the scripts a person types: where things are, how to speak, how to fail. Sourced, never run.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
toolchain="$root/.toolchain"        # private, git-ignored: whatever the system's own packages cannot give
stamps="$toolchain/stamps"          # one file per finished step, so that an interrupted run repeats only that step

say()  { printf '%s\n' "$*" >&2; }
step() { if [ -t 2 ]; then printf '\033[1m==>\033[0m %s\n' "$*" >&2; else printf '==> %s\n' "$*" >&2; fi; }
# One line that says what is wrong and what to do, then out.
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# version_at_least HAVE WANT: dotted versions, compared number by number.
version_at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# stamped NAME KEY: was this step finished for just this key (a version, a checksum)?
stamped() { [ -f "$stamps/$1" ] && [ "$(<"$stamps/$1")" = "$2" ]; }
stamp()   { mkdir -p "$stamps"; printf '%s' "$2" >"$stamps/$1.tmp"; mv "$stamps/$1.tmp" "$stamps/$1"; }

# How many jobs to compile with: all processors, but a compiler may take a gigabyte. PREQUAL_JOBS overrides it.
jobs() {
  local cores memory
  [ -z "${PREQUAL_JOBS:-}" ] || { echo "$PREQUAL_JOBS"; return; }
  cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
  memory=$(awk '/MemAvailable/ {print int($2 / 1000000)}' /proc/meminfo 2>/dev/null || echo 4)
  [ "$memory" -lt 1 ] && memory=1
  [ "$cores" -gt "$memory" ] && cores=$memory
  echo "$cores"
}

# quietly LOG COMMAND...: the output goes to LOG; its end is shown only when the command fails. While it runs, a person sees
# the seconds pass, and a log file a line every half minute.
quietly() {
  local log=$1 pulse status=0; shift
  mkdir -p "$(dirname "$log")"
  heartbeat "$log" 9>&- & pulse=$!
  "$@" >"$log" 2>&1 </dev/null || status=$?
  kill "$pulse" 2>/dev/null || true
  wait "$pulse" 2>/dev/null || true
  [ ! -t 2 ] || printf '\r\033[K' >&2
  if [ "$status" -ne 0 ]; then
    tail -n 40 "$log" >&2
    fail "'$1' failed; its whole output is in $log"
  fi
}

heartbeat() {
  local began=$SECONDS log=$1 parent=$$
  while sleep 5 && kill -0 "$parent" 2>/dev/null; do
    if [ -t 2 ]; then
      printf '\r\033[K    %ds  %.90s' $((SECONDS - began)) "$(tail -n 1 "$log" 2>/dev/null | tr -d '\r\033')" >&2
    elif [ $(((SECONDS - began) % 30)) -lt 5 ]; then
      say "    still at it after $((SECONDS - began)) s"
    fi
  done
}

# Only one set-up or build at a time in one checkout; the others wait.
one_at_a_time() {
  mkdir -p "$toolchain"
  exec 9>"$toolchain/$1.lock"
  have flock || return 0
  flock -n 9 || { say "waiting for another $1 in this checkout"; flock 9; }
}
