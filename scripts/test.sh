#!/usr/bin/env bash
# Builds once, runs every test project, and ends with the line "N passed, N failed" (and ", N skipped", each with its reason above).
# Usage: scripts/test.sh [PROJECT...]   only the test projects whose name contains one of the words
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

set_up_and_build

# The programs that tests start live for seconds: compiling their methods a second time, for speed, costs more than it brings.
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=200

results="$artifacts/test-results"
rm -rf "$results"
mkdir -p "$results"

projects=()
for folder in "$root"/tests/*.Tests; do
  name="$(basename "$folder")"
  wanted=$(($# == 0))
  for word in "$@"; do [[ "${name,,}" == *"${word,,}"* ]] && wanted=1; done
  ((wanted)) && projects+=("$name")
done
((${#projects[@]} > 0)) || fail "No test project has such a name."

at=0
for name in "${projects[@]}"; do
  at=$((at + 1))
  printf '[%d/%d] %s\n' "$at" "${#projects[@]}" "$name"
  status=0
  # A test that hangs ends the run of its project after five minutes, and is named.
  dotnet test "$root/tests/$name/bin/$configuration/net10.0/$name.dll" --nologo --logger "trx;LogFileName=$name.trx" \
    --results-directory "$results" --blame-hang-timeout 5m --blame-hang-dump-type none >"$results/$name.log" 2>&1 || status=$?
  node "$root/scripts/sum-tests.mjs" --one "$name" "$results" "$status"
done

node "$root/scripts/sum-tests.mjs" --all "$results" "${projects[@]}"
