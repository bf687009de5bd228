# shellcheck shell=bash
# What an auditor and a court get in the demo. Sourced by demo.sh, whose names it uses.

set -euo pipefail

# A checkpoint proves what a ledger held when it was made: one that covers the case as it stands.
await_checkpoint() {
  local -x ROGATORY_TOKEN
  ROGATORY_TOKEN="$(officer demo-dpo dpo)"
  local tries lines
  lines="$(rogatory case ledger "$case_id" --out "$work/ledger.last.jsonl" --json >"$work/last.json" && member "$work/last.json" size)"
  for ((tries = 0; tries < 150; tries++)); do
    rogatory case checkpoint "$case_id" --out "$work/checkpoint.json" >/dev/null 2>&1 &&
      (($(member "$work/checkpoint.json" size) >= lines)) && break
    sleep 0.2
  done
  rogatory ledger verify "$work/ledger.last.jsonl" --checkpoint "$work/checkpoint.json" --authority "$out/authority.json" >/dev/null
  echo "a signed root over all cases covers its $lines lines"
}

report() {
  ROGATORY_TOKEN="$(officer demo-dpo dpo)" rogatory report --from "$(date -u +%F)" --to "$(date -u +%F)" --out "$out/report.html" --json >"$work/report.json"
  echo "$(member "$work/report.json" verdict.state): every ledger verified, then counted"
}

dossier() {
  ROGATORY_TOKEN="$(officer demo-dpo dpo)" rogatory dossier "$case_id" --out "$out/dossier.html" --json >"$work/dossier.json"
  echo "$(member "$work/dossier.json" verdict): each item, digest, hand and reason"
}
