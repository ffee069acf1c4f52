# The WebAssembly compiler: the one on the PATH when it is new enough, else Debian 13's, unpacked into a private prefix.
# Debian 12's own emscripten (3.1.6) has no EMBIND_AOT. Debian 13's binaryen needs a newer libc than Debian 12 has, so it
# is started through the loader and libc that came with it; nothing of the system's is replaced. Sourced.

emscripten_minimum=3.1.69
emscripten_prefix="$toolchain/emscripten"
llvm_version=19

# emscripten_env: prints the shell lines that put the compiler in use on the PATH, and tell CMake where its toolchain file is.
emscripten_env() {
  local share="$emscripten_prefix/tree/usr/share/emscripten"
  if system_emcc_is_enough; then
    share=$(dirname "$(readlink -f "$(command -v emcc)")")
    [ -d "$share/cmake" ] || share=/usr/share/emscripten
  else
    printf 'export PATH=%q:$PATH EM_CONFIG=%q\n' "$emscripten_prefix/bin" "$emscripten_prefix/config.py"
  fi
  printf 'export PREQUAL_EMSCRIPTEN_CMAKE=%q\n' "$share/cmake/Modules/Platform/Emscripten.cmake"
}

# Asking emcc for its version takes most of a second, so the answer is kept.
system_emcc_is_enough() {
  local path
  path=$(command -v emcc) || return 1
  case "$path" in "$emscripten_prefix"/*) return 1 ;; esac
  if stamped emcc-system "$path"; then return 0; fi
  version_at_least "$(emcc_version emcc)" "$emscripten_minimum" || return 1
  stamp emcc-system "$path"
}

emcc_version() { "$1" --version 2>/dev/null | sed -nE '1s/.* ([0-9]+\.[0-9]+\.[0-9]+).*/\1/p'; }

need_emscripten() {
  if system_emcc_is_enough; then return 0; fi
  local key="trixie-2 llvm-$llvm_version"
  if stamped emscripten "$key" && [ -x "$emscripten_prefix/bin/emcc" ]; then return 0; fi
  have apt-get && have dpkg || fail "install emscripten $emscripten_minimum or later (emsdk or your system's package) and run this again"
  need_packages "clang-$llvm_version" "lld-$llvm_version" "llvm-$llvm_version" node-acorn python3 xz-utils
  step "unpacking emscripten into $emscripten_prefix (about 130 MB to fetch, 900 MB on disk)"
  local work="$emscripten_prefix.part"
  rm -rf "$work" "$emscripten_prefix"
  mkdir -p "$work/debs" "$work/tree"
  side_download "$work/debs" trixie emscripten binaryen libc6 libstdc++6 libgcc-s1
  local deb
  for deb in "$work"/debs/*.deb; do dpkg -x "$deb" "$work/tree"; done
  rm -rf "$work/debs"
  emscripten_write_wrappers "$work"
  mv "$work" "$emscripten_prefix"
  emscripten_write_config
  emscripten_try
  stamp emscripten "$key"
}

emscripten_write_wrappers() {
  local work=$1 tree=$1/tree loader program name
  loader=$(cd "$tree" && find . -name 'ld-linux*.so*' | head -n 1)
  [ -n "$loader" ] || fail "the unpacked libc has no loader; remove $work and run this again"
  mkdir -p "$work/binaryen/bin" "$work/bin"
  for program in "$tree"/usr/bin/wasm* "$tree"/usr/bin/binaryen*; do
    [ -f "$program" ] || continue
    name=$(basename "$program")
    cat >"$work/binaryen/bin/$name" <<WRAP
#!/bin/sh
tree="$emscripten_prefix/tree"
exec "\$tree/${loader#./}" --library-path "\$(echo \$tree/usr/lib/*-linux-gnu*):\$(echo \$tree/lib/*-linux-gnu*)" "\$tree/usr/bin/$name" "\$@"
WRAP
    chmod +x "$work/binaryen/bin/$name"
  done
  ln -s "$emscripten_prefix/tree/usr/lib" "$work/binaryen/lib"
  for name in emcc em++ emar emranlib emcmake emconfigure emnm; do
    cat >"$work/bin/$name" <<WRAP
#!/bin/sh
export EM_CONFIG="$emscripten_prefix/config.py"
exec python3 "$emscripten_prefix/tree/usr/share/emscripten/$name.py" "\$@"
WRAP
    chmod +x "$work/bin/$name"
  done
}

emscripten_write_config() {
  local share="$emscripten_prefix/tree/usr/share/emscripten" node
  node=$(command -v node || command -v nodejs)
  # emscripten's own JavaScript asks for acorn by name.
  mkdir -p "$share/node_modules"
  [ -e "$share/node_modules/acorn" ] || ln -s /usr/share/nodejs/acorn "$share/node_modules/acorn"
  cat >"$emscripten_prefix/config.py" <<CONFIG
NODE_JS = '$node'
LLVM_ROOT = '/usr/lib/llvm-$llvm_version/bin'
BINARYEN_ROOT = '$emscripten_prefix/binaryen'
EMSCRIPTEN_ROOT = '$share'
CACHE = '$share/cache'
FROZEN_CACHE = True
CONFIG
}

emscripten_try() {
  local try
  try=$(mktemp -d)
  printf '#include <expected>\nint main() { return std::expected<int, int>(0).value(); }\n' >"$try/a.cpp"
  (eval "$(emscripten_env)"; quietly "$toolchain/log/emscripten-try.log" emcc -std=c++23 -fno-exceptions -O1 "$try/a.cpp" -o "$try/a.js")
  rm -rf "$try"
}
