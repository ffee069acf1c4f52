# Debian packages: installed system-wide when we may, named in one line when we may not. Sourced.

# need_packages NAME...: installs those of the named Debian packages that are missing.
need_packages() {
  local missing=() installed name
  have dpkg-query || fail "this machine has no Debian packages; install what corresponds to: $*"
  installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ' "$@" 2>/dev/null || true)"
  for name in "$@"; do [[ $installed == *" installed:$name "* ]] || missing+=("$name"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  local run=()
  if [ "$(id -u)" -ne 0 ]; then
    have sudo && sudo -n true 2>/dev/null || fail "as root: apt-get install ${missing[*]}   (then run this again)"
    run=(sudo -n)
  fi
  # A run that was cut off may have left packages unpacked but not configured.
  "${run[@]}" env DEBIAN_FRONTEND=noninteractive dpkg --configure -a >/dev/null 2>&1 </dev/null || true
  apt_lists_once "${run[@]}"
  step "installing ${#missing[@]} Debian packages: ${missing[*]}"
  "${run[@]}" apt-get install --assume-no --no-install-recommends "${missing[@]}" 2>/dev/null </dev/null |
    sed -nE 's/^(Need to get .*|After this operation.*)/    \1/p' >&2 || true
  quietly "$toolchain/log/apt-install.log" "${run[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "${missing[@]}"
}

apt_lists_fresh=
apt_lists_once() {
  [ -n "$apt_lists_fresh" ] && return 0
  step "refreshing the package lists"
  quietly "$toolchain/log/apt-update.log" "$@" apt-get update -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3
  apt_lists_fresh=yes
}

# package_version NAME: the version that apt-get would install; empty when there is none.
package_version() { apt-cache policy "$1" 2>/dev/null | sed -nE 's/^ +Candidate: ([0-9].*)/\1/p'; }

# The archive this machine already takes its Debian main packages from, so that no host is written here.
debian_archive() {
  apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
    awk '$3 == "main" && $2 !~ /-/ && $1 ~ /debian/ {print $1; exit}'
}

# side_download DIR SUITE NAME...: fetches packages of another Debian suite into DIR, with lists and state of its own;
# the system's own package lists and pins stay untouched.
side_download() {
  local dir=$1 suite=$2; shift 2
  local side="$toolchain/apt/$suite" archive
  archive=$(debian_archive)
  if [ -z "$archive" ]; then
    local run=()
    [ "$(id -u)" -eq 0 ] || run=(sudo -n)
    apt_lists_once "${run[@]}"
    archive=$(debian_archive)
  fi
  [ -n "$archive" ] || fail "cannot tell which Debian archive this machine uses; check apt-get update"
  mkdir -p "$side"/{lists/partial,cache/archives/partial,parts} "$dir"
  printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$archive" "$suite" >"$side/sources.list"
  : >"$side/status"
  local options=(-o "Dir::Etc::SourceList=$side/sources.list" -o "Dir::Etc::SourceParts=$side/parts"
    -o "Dir::Etc::Preferences=/dev/null" -o "Dir::Etc::PreferencesParts=$side/parts"
    -o "Dir::State::Lists=$side/lists" -o "Dir::State::Status=$side/status" -o "Dir::Cache=$side/cache"
    -o "APT::Sandbox::User=root" -o "Acquire::Retries=3" -o "Acquire::Languages=none")
  [ -f /usr/share/keyrings/debian-archive-keyring.gpg ] || need_packages debian-archive-keyring
  quietly "$toolchain/log/apt-$suite-update.log" apt-get "${options[@]}" update
  (cd "$dir" && quietly "$toolchain/log/apt-$suite-download.log" apt-get "${options[@]}" download "$@")
}
