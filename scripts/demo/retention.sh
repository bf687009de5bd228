# shellcheck shell=bash
# A hold in the demo, and an erasure by two officers. Sourced by demo.sh, whose names it uses.

set -euo pipefail

hold() {
  local -x ROGATORY_TOKEN="$reviewer"
  rogatory retention hold "$case_id" --item letter --ground pending-proceedings --citation 'LED art. 16(3)' --reasons "$holding" >/dev/null
  refuses item-held rogatory retention erase "$case_id" --item letter --ground no-longer-needed --citation 'LED art. 5' --reasons "$erasing"
  echo "held; to erase it is refused: item-held"
}

erase() {
  local approver tries
  approver="$(officer demo-approver approver)"
  ROGATORY_TOKEN="$approver" rogatory retention lift "$case_id" 1 --reasons "$lifting" >/dev/null
  ROGATORY_TOKEN="$reviewer" rogatory retention erase "$case_id" --item letter --ground no-longer-needed --citation 'LED art. 5' --reasons "$erasing" >/dev/null
  ROGATORY_TOKEN="$approver" rogatory retention approve "$case_id" 1 --reasons "$erasing" >/dev/null
  for ((tries = 0; tries < 100; tries++)); do
    ROGATORY_TOKEN="$reviewer" rogatory retention certificate "$case_id" 1 --out "$out/erasure.jws" >/dev/null 2>&1 && break
    sleep 0.2
  done
  ROGATORY_TOKEN="$reviewer" rogatory case ledger "$case_id" --out "$work/ledger.erased.jsonl" >/dev/null
  rogatory retention verify "$out/erasure.jws" --authority "$out/authority.json" --ledger "$work/ledger.erased.jsonl" >/dev/null
  ROGATORY_TOKEN="$reviewer" refuses item-erased rogatory item read "$case_id" letter --justification "$justification" --out "$work/erased"
  echo "certified; to read it is refused: item-erased"
}
