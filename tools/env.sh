# shellcheck shell=bash
# Where the project's tools are, for the other scripts: `source tools/env.sh`.
# Gives ROOT, CACHE, TARGET, a PATH with the tools on it, CHROMIUM, CHROMEDRIVER and the functions below.
# Reads only the machine; installing is tools/setup.sh's work.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${BIAOGAN_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/biaogan}
# shellcheck disable=SC2034 # used by the scripts that source this
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}

TRUNK_VERSION=0.21.14
# The wasm-bindgen command must be of the very version the program is linked with.
BINDGEN_VERSION=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' "$ROOT/Cargo.lock")

# Parts the program into files that are loaded when they are wanted.
SPLIT_VERSION=0.2.4

TRUNK_HOME=$CACHE/tools/trunk-$TRUNK_VERSION
SPLIT_HOME=$CACHE/tools/wasm-split-$SPLIT_VERSION
BINDGEN_HOME=$CACHE/tools/wasm-bindgen-$BINDGEN_VERSION
DEBIAN_RUST=$CACHE/tools/rust-debian
PATH=$ROOT/node_modules/.bin:$TRUNK_HOME/bin:$BINDGEN_HOME/bin:$PATH

export PATH
export TRUNK_SKIP_VERSION_CHECK=true PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner

say() { printf '%s\n' "$*" >&2; }
# fail WHAT WHY WHAT-TO-DO
fail() {
  say "" "failed: $1" "   why: ${2:-see above}"
  [ -z "${3:-}" ] || say "    do: $3"
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }
# first NAME...: the first of these commands that there is
first() { local it; for it in "$@"; do [ -n "$it" ] && command -v "$it" 2>/dev/null && return; done; return 1; }

# How this machine builds for the browser: `own`, the default toolchain has the target; `debian`, Debian's
# Rust, which comes with the source of its standard library; `none`, not yet. BIAOGAN_WASM=debian asks for the second.
wasm_route() {
  if [ "${BIAOGAN_WASM:-}" != debian ] && [ -d "$(rustc --print sysroot 2>/dev/null)/lib/rustlib/wasm32-unknown-unknown/lib" ]; then echo own
  elif [ -x "$DEBIAN_RUST/bin/rustc" ] && "$DEBIAN_RUST/bin/rustc" --version >/dev/null 2>&1; then echo debian
  else echo none; fi
}

# wasm COMMAND...: runs a command (cargo, trunk) that builds for the browser. Native builds need no such care.
wasm() {
  if [ "$(wasm_route)" = debian ]; then
    PATH=$DEBIAN_RUST/bin:$PATH RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort "$@"
  else
    "$@"
  fi
}

# lean COMMAND...: like wasm, for the release: with what the splitter has to know of the program, a standard library
# built for size from its own source, no texts of panics, and inlining only of what gets smaller by it: a tenth less to
# download. Where a toolchain has no such source, or does not know the flags, the program is larger.
lean() {
  local home=$PATH
  [ "$(wasm_route)" != debian ] || home=$DEBIAN_RUST/bin:$PATH
  local flags='-Zunstable-options -Cpanic=immediate-abort -Cllvm-args=-inline-threshold=0'
  local always='--cfg erase_components -Clink-args=--emit-relocs'
  # shellcheck disable=SC2086
  if [ -d "$(PATH=$home rustc --print sysroot)/lib/rustlib/src/rust/library/std" ] &&
    PATH=$home RUSTC_BOOTSTRAP=1 rustc - --print=file-names $flags </dev/null >/dev/null 2>&1; then
    PATH=$home RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
      CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
      RUSTFLAGS="$always $flags" "$@"
  else
    say "building with the toolchain's own standard library: the program will be larger"
    RUSTFLAGS=$always wasm "$@"
  fi
}

# digest PATH...: one hash over the names and contents of these files and folders
digest() {
  find "$@" -type f ! -name '.*' -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 cksum | cksum | tr -d ' '
}

CHROMIUM=$(first "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome") || CHROMIUM=
CHROMEDRIVER=$(first "${CHROMEDRIVER:-}" chromedriver) || CHROMEDRIVER=
export CHROMIUM CHROMEDRIVER
