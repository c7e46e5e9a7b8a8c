#!/usr/bin/env bash
# Runs one command with the toolchain that builds for the browser, for example
#   tools/wasm.sh cargo clippy --target wasm32-unknown-unknown
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
[ "$(wasm_route)" != none ] || "$ROOT/tools/setup.sh" wasm
wasm "$@"
