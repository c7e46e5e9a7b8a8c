#!/usr/bin/env bash
# Builds the page into dist/: data, program, styles, ECharts, compression. Does nothing when nothing has changed.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"

stamp=target/web/dist.stamp
inputs=(src data public/{boot,embed,sw,wall}.js public/config.json public/icons index.html Trunk.toml Cargo.toml Cargo.lock
  .cargo package-lock.json
  tools/{assets,compress,echarts-entry}.mjs tools/{build,data,env,setup,wasm}.sh tools/shim)
now="$(digest "${inputs[@]}") $(wasm_route)"
if [ -f dist/index.html ] && [ "$(cat $stamp 2>/dev/null)" = "$now" ]; then
  say "dist/ is up to date"
  exit 0
fi

tools/setup.sh wasm trunk npm
mkdir -p target/web
rm -f $stamp
tools/data.sh
PATH=$ROOT/tools/shim:$PATH lean trunk --quiet build --release || fail "the release build" "trunk or cargo failed, see above" "mend what it says, then make build"
node tools/compress.mjs
printf '%s\n' "$now" >$stamp
