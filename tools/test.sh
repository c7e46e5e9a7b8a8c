#!/usr/bin/env bash
# Every check, in the order that finds trouble soonest; the first that fails ends it.
#   tools/test.sh [lint | rust | web | all]       (all by default)
# The last line is `N passed, N failed`: the tests of every step; formatting and each run of clippy are one.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"
exec </dev/null
export CARGO_TERM_COLOR=never
mkdir -p target/web/logs

WASM=wasm32-unknown-unknown
passed=0 failed=0 summary=()

finish() { printf '\n'; printf '%s\n' "${summary[@]}"; printf '%d passed, %d failed\n' "$passed" "$failed"; }

# count LOG: "passed failed" as the runners of Rust, Node and Playwright print them
count() {
  awk '
    /^test result:/ { for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) p += $(i-1); if ($i ~ /^failed/) f += $(i-1) } }
    /^# pass [0-9]+$/ { p += $3 }
    /^# fail [0-9]+$/ { f += $3 }
    /^ +[0-9]+ passed( \(|$)/ { p += $1 }
    /^ +[0-9]+ (failed|flaky)$/ { f += $1 }
    END { print p + 0, f + 0 }' "$1"
}

# check NAME COMMAND...: a step that counts as one test
check() { kind=check step "$@"; }

# step NAME COMMAND...: runs it with its output in a log, prints name, time and counts; a failure shows the log and ends
step() {
  local name=$1 log start=$SECONDS code=0 p f
  shift
  log=target/web/logs/${name// /-}.log
  printf '%-22s ' "$name"
  "$@" >"$log" 2>&1 || code=$?
  read -r p f < <(count "$log")
  [ $code = 0 ] || [ "$f" != 0 ] || f=1
  [ $code != 0 ] || [ "${kind:-}" != check ] || p=1
  passed=$((passed + p)) failed=$((failed + f))
  local line
  line=$(printf '%-22s %-6s %4d s  %d passed, %d failed' "$name" "$([ $code = 0 ] && echo ok || echo FAILED)" $((SECONDS - start)) "$p" "$f")
  summary+=("$line")
  printf '%s\n' "${line#"$(printf '%-22s ' "$name")"}"
  sed -n 's/^# size: /    /p' "$log"
  [ $code = 0 ] && return
  printf '\n%s failed with code %d. The end of %s:\n\n' "$name" $code "$log"
  tail -n 80 "$log"
  finish
  exit 1
}

format() { check "format" cargo fmt --all --check; }

lint() {
  format
  check "clippy" cargo clippy --quiet --locked --all-targets -- -D warnings
  check "clippy wasm" wasm cargo clippy --quiet --target $WASM --lib --bins ${web_tests[@]+"${web_tests[@]}"} -- -D warnings
}

# linted COMMAND...: a cargo command that builds, with clippy in the compiler's place for this project's own code: what
# it finds fails the build. `cargo clippy` would check every dependency once more, ten minutes of a fresh machine.
linted() {
  RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS=-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__ "$@"
}

rust() {
  step "rust tests" linted cargo test --quiet --locked
  [ ${#web_tests[@]} = 0 ] || step "wasm tests" linted wasm cargo test --locked --target $WASM "${web_tests[@]}"
}

build() {
  [ -z "${early:-}" ] || wait "$early" || true
  tools/build.sh
}

web() {
  step "release build" build
  step "size budget" node --test --test-reporter=tap tests/budget.test.mjs
  step "browser tests" playwright test --config tests/e2e/playwright.config.mjs
}

# Tests that run in the browser are tests/web_*.rs, and any in src/ that say wasm_bindgen_test; the others are native.
web_tests=()
if compgen -G 'tests/web_*.rs' >/dev/null; then web_tests+=(--test 'web_*'); fi
if grep -rqs wasm_bindgen_test src; then web_tests+=(--lib); fi

case ${1:-all} in
  lint) needs=(rust wasm) ; steps=(lint) ;;
  rust) needs=(wasm trunk chromium) ; steps=(rust) ;;
  web) needs=() ; steps=(web) ;;
  all) needs=() ; steps=(format rust web) ;;
  *) fail "tools/test.sh" "no part is called $1" "one of: lint rust web all" ;;
esac
step "set-up" tools/setup.sh ${needs[@]+"${needs[@]}"}
# What the set-up may just have installed
source tools/env.sh
# The release build is long and leaves a processor idle: it begins while the other checks run. Its own step waits for it,
# or says what went wrong.
case " ${steps[*]} " in
  *" rust web "*)
    setsid tools/build.sh >target/web/logs/early-build.log 2>&1 &
    early=$!
    trap 'kill -- -$early 2>/dev/null || true' EXIT
    ;;
esac
for part in "${steps[@]}"; do "$part"; done
finish
