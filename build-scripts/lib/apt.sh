# Debian packages: installed system-wide when we may, named in one line when we may not. Sourced.

# need_packages NAME...: installs those of the named Debian packages that are missing.
need_packages() {
  local missing=() name
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local run=()
  if [ "$(id -u)" -ne 0 ]; then
    have sudo && sudo -n true 2>/dev/null || fail "as root: apt-get install ${missing[*]}   (then run this again)"
    run=(sudo -n)
  fi
  step "installing ${#missing[@]} Debian packages: ${missing[*]}"
  # A run that was cut off may have left packages unpacked but not configured.
  "${run[@]}" dpkg --configure -a >/dev/null 2>&1 || true
  apt_lists_once "${run[@]}"
  quietly "$toolchain/log/apt-install.log" "${run[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}"
}

apt_lists_fresh=
apt_lists_once() {
  [ -n "$apt_lists_fresh" ] && return 0
  quietly "$toolchain/log/apt-update.log" "$@" apt-get update -o DPkg::Lock::Timeout=300
  apt_lists_fresh=yes
}

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
  [ -n "$archive" ] || { apt_lists_once; archive=$(debian_archive); }
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
