# shellcheck shell=bash
# What an auditor and a court get in the demo. Sourced by demo.sh, whose names it uses.

set -euo pipefail

report() {
  ROGATORY_TOKEN="$(officer demo-dpo dpo)" rogatory report --from "$(date -u +%F)" --to "$(date -u +%F)" --out "$out/report.html" --json >"$work/report.json"
  echo "$(member "$work/report.json" verdict.state): every ledger verified, then counted"
}

dossier() {
  ROGATORY_TOKEN="$(officer demo-dpo dpo)" rogatory dossier "$case_id" --out "$out/dossier.html" --json >"$work/dossier.json"
  echo "$(member "$work/dossier.json" verdict): each item, digest, hand and reason"
}
