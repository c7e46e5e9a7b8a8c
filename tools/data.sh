#!/usr/bin/env bash
# Makes public/data and public/schema from data/ with the project's own command line: the plan's facts first,
# then the demonstration figures. Does nothing when neither the program nor data/ has changed.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"
tools/setup.sh rust

cargo build --quiet --bin biaogan || fail "the command line" "it does not compile"
program=$TARGET/debug/biaogan
stamp=target/web/data.stamp
now=$(digest data "$program")
if [ -f public/data/index.json ] && [ "$(cat $stamp 2>/dev/null)" = "$now" ]; then exit 0; fi

# Made aside and then put in place, so that a failure leaves the last good data.
new=target/web/new
rm -rf $new
mkdir -p $new/data $new/schema
run() { "$program" "$@" || fail "biaogan $1" "it ended with code $?" "run it by hand: cargo run --bin biaogan -- $*"; }
run build data/plan --out $new/data
run demo data/plan --profile data/demo --out $new/data
run feed --data $new/data
run feed --data $new/data --lang en
run schema --out $new/schema
[ -f $new/data/index.json ] || fail "data" "biaogan build wrote no index.json"

rm -rf public/data public/schema
mv $new/data $new/schema public/
printf '%s\n' "$now" >$stamp
say "data: $(find public/data -type f | wc -l) files"
