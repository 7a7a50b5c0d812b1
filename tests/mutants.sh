#!/usr/bin/env bash
# Changes the domain crate in one place after another, as cargo-mutants does, and counts which changes its tests notice:
#   tests/mutants.sh                          everything, for some hours
#   tests/mutants.sh calendar.rs plan.rs      these files of crates/domain/src
#   tests/mutants.sh --list                   every change, and none is tried
# At least 95 of 100 changes must be noticed; in the files named below, all. What cannot be noticed stands in
# .cargo/mutants.toml with its reason. Not part of .ci/run. Everything it makes is below target/.
set -euo pipefail
cd "$(dirname "$0")/.."
must_be_whole='crates/domain/src/(calendar|plan|thanks/mod)\.rs'
version=27.1.0
tool=target/tools/bin/cargo-mutants
if [[ $("$tool" mutants --version 2> /dev/null) != *" $version" ]]; then
    echo "installing into target/tools: cargo-mutants $version"
    cargo install --quiet --locked --debug --root target/tools "cargo-mutants@$version"
fi
mkdir -p target/mutants
arguments=(mutants --package cmad-domain)
if [[ ${1:-} == --list ]]; then exec "$tool" "${arguments[@]}" --list; fi
for file in "$@"; do
    [[ -f crates/domain/src/$file ]] || { echo "mutants: there is no crates/domain/src/$file" >&2; exit 2; }
    arguments+=(--file "crates/domain/src/$file")
done
# Its copy of the sources, with a target folder of its own, is there too. A test that hangs is a change that was noticed.
result=0
TMPDIR=$PWD/target/mutants nice -n 19 "$tool" "${arguments[@]}" --output target/mutants --no-shuffle --colors never \
    --timeout-multiplier 10 --minimum-test-timeout 120 || result=$?
# 2: some were not noticed; 3: a test hung. Everything else is a run that did not come to an end.
((result == 0 || result == 2 || result == 3)) || { echo "mutants: it ended with $result" >&2; exit 1; }
out=target/mutants/mutants.out
noticed=$(cat "$out/caught.txt" "$out/timeout.txt" | wc -l)
missed=$(wc -l < "$out/missed.txt")
echo "noticed: $noticed of $((noticed + missed)); the others are in $out/missed.txt"
if grep -E "$must_be_whole" "$out/missed.txt"; then echo "mutants: these must be noticed" >&2; exit 1; fi
if ((noticed * 100 < (noticed + missed) * 95)); then echo "mutants: fewer than 95 of 100" >&2; exit 1; fi
