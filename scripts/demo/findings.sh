# shellcheck shell=bash
# What the demo does about findings and extracts. Sourced by demo.sh, whose names it uses.

set -euo pipefail

# await_classified CASE: until all of it is classified; says what was found.
await_classified() {
  local tries
  for ((tries = 0; tries < 600; tries++)); do
    ROGATORY_TOKEN="$reviewer" rogatory case show "$1" --json >"$work/classified.json"
    ! node "$root/scripts/demo/findings.mjs" "$work/classified.json" || return 0
    sleep 0.2
  done
  return 1
}

look_at_findings() {
  await_classified "$case_id"
  local item
  for item in request "${items[@]}"; do
    ROGATORY_TOKEN="$reviewer" rogatory item read "$case_id" "$item.findings" --justification "$justification" --out "$out/originals/$item.findings" >/dev/null
  done
  for item in statement letter; do cp "$out/originals/$item.findings" "$out/findings/$item.json"; done
}

# What goes is no more than is needed: ten rows of the statement, without the names in them.
make_extract() {
  local -x ROGATORY_TOKEN="$reviewer"
  rogatory extract make "$case_id" statement --keep-rows 1-10 --remove-category person-name --reasons "$justification" --json >"$work/extract.json"
  extract="$(member "$work/extract.json" item)"
  await_classified "$case_id" >/dev/null
  rogatory item read "$case_id" "$extract" --justification "$justification" --out "$out/extract/$extract.csv" >/dev/null
  rogatory extract prove "$case_id" "$extract" --justification "$justification" --out "$out/extract/$extract.proof.json" >/dev/null
  rogatory item read "$case_id" "$extract-findings" --justification "$justification" --out "$out/originals/$extract-findings" >/dev/null
  cp "$out/extract/$extract.csv" "$out/originals/$extract"
  cp "$out/extract/$extract.proof.json" "$out/originals/$extract-proof"
  ! grep -q Fictif "$out/extract/$extract.csv"
  echo "$extract: $(member "$work/extract.json" marks.person-name) names became marks"
}

verify_extract() {
  rogatory extract verify "$out/extract/$extract.proof.json" "$out/extract/$extract.csv" --root "$(member "$work/extract.json" blocks.root)" --json >"$work/verified.json"
  echo "$(node -e 'const { kept, changed, count } = JSON.parse(require("fs").readFileSync(process.argv[1])), sum = ranges => ranges.reduce((all, [, one]) => all + one, 0);
    console.log(`${sum(kept)} of ${count} rows stand in it word for word, ${sum(changed)} changed`)' "$work/verified.json")"
}
