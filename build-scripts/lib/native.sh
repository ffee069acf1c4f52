# What the C++ core and its tests are built with. Sourced.

native_packages=(g++ cmake ninja-build nlohmann-json3-dev git python3 ca-certificates)
check_packages=("clang-$llvm_version" "clang-tidy-$llvm_version" "clang-format-$llvm_version" "libclang-rt-$llvm_version-dev"
  "lld-$llvm_version" "llvm-$llvm_version" valgrind)
browser_packages=(chromium)
# The other two engines, in which the form's fail-open list and submit matrix run where they are installed.
[ -z "${PREQUAL_NIGHTLY:-}" ] || browser_packages+=(firefox-esr webkit2gtk-driver xvfb)
catch2_minimum=3.4

# Without Debian packages: look for the programs and say in one line what is missing.
need_programs() {
  local missing=() program
  for program in "$@"; do have "$program" || missing+=("$program"); done
  [ ${#missing[@]} -eq 0 ] || fail "install ${missing[*]} and run this again (on Debian or Ubuntu this is done for you)"
}

need_native() {
  if ! have dpkg-query || ! have apt-get; then
    need_programs c++ cmake ninja git python3 "clang++-$llvm_version" "clang-tidy-$llvm_version" "clang-format-$llvm_version"
    return 0
  fi
  need_packages "${native_packages[@]}" "${check_packages[@]}" "${browser_packages[@]}"
  need_catch2
  # nlohmann/json alone, for a cross compiler that must not see the system's other headers.
  if [ -d /usr/include/nlohmann ] && [ ! -e "$toolchain/include/nlohmann/json.hpp" ]; then
    mkdir -p "$toolchain/include"
    ln -sfn /usr/include/nlohmann "$toolchain/include/nlohmann"
  fi
}

# Catch2 3: the system's when it is new enough, else that of the backports, unpacked into a private prefix. Where neither is
# to be had, CMake fetches it.
need_catch2() {
  local config
  for config in "$toolchain"/native/usr/lib/*/cmake/Catch2/Catch2Config.cmake "$toolchain"/native/usr/lib/cmake/Catch2/Catch2Config.cmake \
    /usr/lib/*/cmake/Catch2/Catch2Config.cmake /usr/lib/cmake/Catch2/Catch2Config.cmake /usr/local/lib/cmake/Catch2/Catch2Config.cmake; do
    # (Version 2 is another package: catch2, header only.)
    [ ! -f "$config" ] || return 0
  done
  local version codename
  version=$(package_version libcatch2-dev)
  if [ -n "$version" ] && version_at_least "${version%%-*}" "$catch2_minimum"; then
    need_packages libcatch2-dev
    return 0
  fi
  codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  if [ "$codename" != bookworm ]; then
    say "no Catch2 $catch2_minimum among this system's packages; CMake will fetch it"
    return 0
  fi
  step "unpacking Catch2 into $toolchain/native (about 1 MB to fetch)"
  local work="$toolchain/native.part"
  rm -rf "$work"
  mkdir -p "$work"
  side_download "$work/debs" bookworm-backports libcatch2-dev
  local deb
  for deb in "$work"/debs/*.deb; do dpkg -x "$deb" "$work/tree"; done
  rm -rf "$toolchain/native"
  mv "$work/tree" "$toolchain/native"
  rm -rf "$work"
}
