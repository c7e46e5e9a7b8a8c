#!/usr/bin/env bash
# Puts in place what the build and the tests need, and nothing that is there already.
#   tools/setup.sh [rust] [wasm] [trunk] [npm] [chromium]      (all of them by default)
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"
mkdir -p "$CACHE/tools" "$CACHE/log"

# limit SECONDS COMMAND...
limit() { if have timeout; then timeout "$@"; else shift; "$@"; fi; }

# logged NAME COMMAND...: quiet unless it fails
logged() {
  local log="$CACHE/log/$1.log"; shift
  if ! "$@" >"$log" 2>&1 </dev/null; then tail -n 15 "$log" >&2; say "(all of it: $log)"; return 1; fi
}

apt_install() {
  have apt-get || return 1
  local root=()
  if [ "$(id -u)" != 0 ]; then
    have sudo || { say "apt-get needs root, and there is no sudo"; return 1; }
    root=(sudo); [ -t 0 ] || root=(sudo -n)
  fi
  say "installing with apt-get: $*"
  # Never remove what is there: some of these conflict with other Rust packages.
  local apt=(${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=180)
  logged apt-update "${apt[@]}" update || say "apt-get update failed; trying with the lists there are"
  logged apt-install "${apt[@]}" install --no-install-recommends --no-remove "$@"
}

# older A B: version A is lower than B
older() { [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }
rust_version() { "${1:-rustc}" --version 2>/dev/null | awk '{print $2}' | cut -d- -f1; }
RUST_NEEDED=$(awk -F'"' '/^rust-version/ {print $2}' Cargo.toml)

setup_rust() {
  have cargo || fail "Rust" "there is no cargo on PATH" "install Rust $RUST_NEEDED or newer with rustup (https://rustup.rs)"
  ! older "$(rust_version)" "$RUST_NEEDED" ||
    fail "Rust" "found $(rust_version), and $RUST_NEEDED is needed" "rustup update stable"
}

# --- wasm: the standard library for wasm32-unknown-unknown

link_debian_rust() {
  mkdir -p "$DEBIAN_RUST/bin"
  local it
  for it in cargo rustc rustdoc cargo-clippy clippy-driver; do ln -sf "/usr/bin/$it" "$DEBIAN_RUST/bin/$it"; done
}

debian_rust() {
  apt_install rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy || return 1
  # rust-lld is a link into an lld package of LLVM's own major version.
  [ -x /usr/bin/rust-lld ] || apt_install "$(basename "$(readlink /usr/bin/rust-lld || echo lld)")" || return 1
  ! older "$(rust_version /usr/bin/rustc)" "$RUST_NEEDED" ||
    { say "Debian's rustc-web is $(rust_version /usr/bin/rustc), and $RUST_NEEDED is needed"; return 1; }
  link_debian_rust
}

# The source of the standard library, for the release build; without it the program is larger, no more.
add_source() {
  [ ! -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library/std" ] || return 0
  have rustup && logged rust-src limit 300 rustup component add rust-src || say "no source of the standard library"
}

setup_wasm() {
  setup_rust
  case $(wasm_route) in
    own) add_source; return ;;
    debian) if [ -x "$DEBIAN_RUST/bin/clippy-driver" ] && [ -x /usr/bin/rust-lld ]; then return; fi ;;
  esac
  if have rustup && [ "${BIAOGAN_WASM:-}" != debian ]; then
    say "adding the target wasm32-unknown-unknown with rustup"
    if logged rustup limit 300 rustup target add wasm32-unknown-unknown && [ "$(wasm_route)" = own ]; then
      add_source
      return
    fi
    say "rustup could not add it; trying Debian's packages"
  fi
  debian_rust || fail "Rust for wasm32-unknown-unknown" "neither rustup nor apt-get could install it" \
    "rustup target add wasm32-unknown-unknown, or on Debian: apt-get install rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy"
}

# --- trunk: trunk, wasm-bindgen and the splitter

# crate_tool CRATE VERSION HOME OPTIMISATION [ARGUMENT...]: a command from crates, built for a short build rather than a
# fast tool
crate_tool() {
  local crate=$1 version=$2 home=$3 level=$4
  shift 4
  if [[ " $* " != *" --features "* ]] && have cargo-binstall; then
    say "installing $crate $version with cargo binstall"
    if logged "$crate" limit 180 cargo binstall -y --root "$home" "$crate@$version"; then return; fi
  fi
  say "compiling $crate $version (once, some minutes)"
  # Its lock file may name a version that the registry no longer has: then without it, and only that failure is shown.
  local try show=/dev/null
  for try in --locked ''; do
    # shellcheck disable=SC2086
    if (cd "$CACHE" && CARGO_TARGET_DIR=$CACHE/build/$crate CARGO_PROFILE_RELEASE_OPT_LEVEL=$level \
        CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        logged "$crate" cargo install $try --root "$home" --version "$version" "$@" "$crate" 2>>"$show"); then
      rm -rf "$CACHE/build/$crate"
      return
    fi
    show=/dev/stderr
  done
  fail "$crate $version" "cargo install could not build it" "cargo install $crate --version $version"
}

# Without their default features: those are for downloading other tools, which nothing here asks for.
setup_trunk() {
  setup_rust
  [ "$(trunk --version 2>/dev/null)" = "trunk $TRUNK_VERSION" ] ||
    crate_tool trunk "$TRUNK_VERSION" "$TRUNK_HOME" 0 --no-default-features
  if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $BINDGEN_VERSION" ] || ! have wasm-bindgen-test-runner; then
    crate_tool wasm-bindgen-cli "$BINDGEN_VERSION" "$BINDGEN_HOME" 1 --no-default-features
  fi
  [ -x "$SPLIT_HOME/bin/wasm-split-cli" ] ||
    crate_tool wasm_split_cli_support "$SPLIT_VERSION" "$SPLIT_HOME" 1 --features build-binary
}

# --- npm: what package-lock.json names

setup_npm() {
  have npm || fail "npm" "there is no npm on PATH" "install Node.js 20 or newer"
  [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] ||
    fail "Node.js" "found $(node --version), and 20 or newer is needed" "install a newer Node.js"
  local now
  now=$(cksum <package-lock.json)
  [ "$(cat node_modules/.biaogan 2>/dev/null)" != "$now" ] || return 0
  say "installing npm packages"
  logged npm npm ci --no-audit --no-fund || fail "npm packages" "npm ci failed" "see its last lines above"
  printf '%s\n' "$now" >node_modules/.biaogan
}

# --- chromium: the browser, its driver, and a font for Chinese

setup_chromium() {
  local want=()
  [ -n "$CHROMIUM" ] || want+=(chromium)
  [ -n "$CHROMEDRIVER" ] || want+=(chromium-driver)
  if have fc-list && [ -z "$(fc-list :lang=zh family | head -n 1)" ] || { have apt-get && ! have fc-list; }; then
    want+=(fonts-noto-cjk)
  fi
  [ ${#want[@]} -gt 0 ] || return 0
  apt_install "${want[@]}" || fail "Chromium" "${want[*]} missing, and apt-get could not install it" \
    "install Chromium or Chrome with its chromedriver, and set CHROMIUM and CHROMEDRIVER to them"
}

[ $# -gt 0 ] || set -- wasm trunk npm chromium
for part; do
  case $part in
    rust | wasm | trunk | npm | chromium) "setup_$part" ;;
    *) fail "set-up" "no part is called $part" "one of: rust wasm trunk npm chromium" ;;
  esac
done
