# Node and the npm packages. Sourced.

node_minimum=20
node_version=22
node_prefix="$toolchain/node"

# use_node: puts the private Node first on the PATH when the system's is missing or too old.
use_node() {
  [ ! -x "$node_prefix/bin/node" ] || export PATH="$node_prefix/bin:$PATH"
}

node_is_enough() {
  have node && have npm && version_at_least "$(node --version 2>/dev/null | tr -d v)" "$node_minimum"
}

# Debian 12 has Node 18. npm's registry carries the programs themselves, which need nothing but libc and libstdc++.
need_node() {
  use_node
  if stamped node "$(command -v node) $(command -v npm)"; then return 0; fi
  if ! node_is_enough; then
    local machine
    case "$(uname -s)-$(uname -m)" in
      Linux-x86_64) machine=linux-x64 ;;
      Linux-aarch64) machine=linux-arm64 ;;
      *) fail "install Node $node_minimum or later and run this again" ;;
    esac
    have npm || need_packages npm
    step "fetching Node $node_version into $node_prefix (about 40 MB to fetch, 120 MB on disk)"
    local work="$node_prefix.part"
    rm -rf "$work" "$node_prefix"
    mkdir -p "$work"
    printf '{"private": true}\n' >"$work/package.json"
    (cd "$work" && quietly "$toolchain/log/node.log" npm install --ignore-scripts --no-audit --no-fund --no-package-lock \
      "node-$machine@$node_version" npm@10)
    mkdir -p "$work/bin"
    ln -s "../node_modules/node-$machine/bin/node" "$work/bin/node"
    ln -s ../node_modules/npm/bin/npm-cli.js "$work/bin/npm"
    ln -s ../node_modules/npm/bin/npx-cli.js "$work/bin/npx"
    mv "$work" "$node_prefix"
    use_node
    hash -r
    node_is_enough || fail "the fetched Node does not run here; install Node $node_minimum or later and run this again"
  fi
  stamp node "$(command -v node) $(command -v npm)"
}

# The packages of the lockfile, exactly, without running any script of theirs.
need_npm_packages() {
  [ -f "$root/package-lock.json" ] || return 0
  local key
  key="$(sha256sum <"$root/package-lock.json" | cut -c 1-32)"
  if stamped npm "$key" && [ -d "$root/node_modules" ]; then return 0; fi
  step "installing $(grep -c '"resolved"\|"integrity"' "$root/package-lock.json" || true) npm packages of package-lock.json"
  (cd "$root" && quietly "$toolchain/log/npm-ci.log" npm ci --ignore-scripts --no-audit --no-fund --prefer-offline)
  stamp npm "$key"
}
