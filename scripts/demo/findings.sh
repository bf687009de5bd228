# shellcheck shell=bash
# What the demo does about findings. Sourced by demo.sh, whose names it uses.

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
