# shellcheck shell=bash
# What goes out in the demo: proposed, approved, collected, recalled; and what nobody asked for. Sourced by demo.sh, whose names it uses.

set -euo pipefail

# propose PARTNER: with the facts of tests/samples/demo.
propose() {
  ROGATORY_TOKEN="$reviewer" rogatory disclosure propose "$case_id" --item statement --to "$1" --facts "$root/tests/samples/demo/facts.$1.json" \
    --accuracy "$root/tests/samples/demo/accuracy.json" --retain-until "$(date -ud '+2 years' +%F)" --json >"$work/$1.proposal.json"
  proposed="$(member "$work/$1.proposal.json" disclosure)"
  local outcome step
  outcome="$(member "$work/$1.proposal.json" check.outcome)" step="$(member "$work/$1.proposal.json" step)"
  [[ "$outcome $step" == "$2" ]] || { cat "$work/$1.proposal.json"; return 1; }
  echo "$proposed: $outcome"
}

approve() {
  ROGATORY_TOKEN="$(officer demo-approver approver)" rogatory disclosure approve "$proposed" --reasons "$approval" --json >"$work/approved.json"
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    ROGATORY_TOKEN="$reviewer" rogatory case show "$case_id" --json >"$work/case.json"
    [[ "$(node -e 'console.log(JSON.parse(require("fs").readFileSync(process.argv[1])).disclosures.at(-1).step)' "$work/case.json")" != ready ]] || break
    sleep 0.2
  done
  ROGATORY_TOKEN="$reviewer" rogatory case ledger "$case_id" --out "$work/ledger.released.jsonl" >/dev/null
  node "$root/scripts/demo/storage.mjs" export-disclosures "$account" "$work/ledger.released.jsonl" "$out/disclosures" >/dev/null
  cp "$work/de-demo.jwk" "$out/partner.private.jwk"
  echo "released: the body copied by storage, its key wrapped for de-demo"
}

collect() {
  ROGATORY_PARTNER=de-demo ROGATORY_KEY="$work/de-demo.jwk" rogatory collect "$proposed" --authority "$out/authority.json" --out "$work/collected" >/dev/null
  cp -r "$work/collected/bag" "$out/bag"
  cp "$work/collected/receipt.partner.jws" "$work/collected/countersignature.jws" "$out/"
  cmp "$out/bag/data/statement/account statement.csv" "$out/originals/statement"
  (cd "$out/bag" && sha256sum --quiet --check manifest-sha256.txt tagmanifest-sha256.txt)
  echo "a BagIt bag, word for word, and a countersigned receipt"
}

recall() {
  ROGATORY_TOKEN="$reviewer" rogatory disclosure recall "$proposed" --measure restrict --citation 'LED art. 7(3), 16(6)' --reasons "$recalled" >/dev/null
  ROGATORY_PARTNER=de-demo ROGATORY_KEY="$work/de-demo.jwk" rogatory disclosure acknowledge "$proposed" --done restrict --authority "$out/authority.json" --out "$work/collected" >/dev/null
  echo "restricted; the partner has acknowledged, signed"
}

# What nobody asked for: a case of our own, with the letter, goes to de-demo as any disclosure does.
inform() {
  local samples="$root/tests/samples/demo"
  ROGATORY_TOKEN="$reviewer" rogatory case open "$samples/information.json" --kind spontaneous --to de-demo --json >"$work/information.json"
  informed="$(member "$work/information.json" case)"
  assign "$informed" demo-approver
  ROGATORY_TOKEN="$reviewer" rogatory item add "$informed" letter "$out/originals/letter" --name 'letter found.docx' --data-category bank-records --data-category identity >/dev/null
  await_classified "$informed" >/dev/null
  ROGATORY_TOKEN="$reviewer" rogatory risk "$informed" --wait >/dev/null
  ROGATORY_TOKEN="$reviewer" rogatory disclosure propose "$informed" --item request --item letter --to de-demo --facts "$samples/facts.information.json" \
    --accuracy "$samples/accuracy.json" --json >"$work/informed.json"
  ROGATORY_TOKEN="$(officer demo-approver approver)" rogatory disclosure approve "$informed-1" --reasons "$approval" >/dev/null
  echo "$informed: $(member "$work/informed.json" check.outcome)"
}

collect_information() {
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    ROGATORY_PARTNER=de-demo ROGATORY_KEY="$work/de-demo.jwk" rogatory disclosure list >"$work/offers"
    ! grep -q "$informed-1" "$work/offers" || break
    sleep 0.2
  done
  ROGATORY_PARTNER=de-demo ROGATORY_KEY="$work/de-demo.jwk" rogatory collect "$informed-1" --authority "$out/authority.json" --out "$work/informed" --json >"$work/collected.json"
  cmp "$work/informed/bag/data/letter/letter found.docx" "$out/originals/letter"
  ROGATORY_TOKEN="$reviewer" rogatory case ledger "$informed" --out "$work/informed.jsonl" >/dev/null
  rogatory ledger verify "$work/informed.jsonl" >/dev/null
  echo "$(member "$work/collected.json" kind), under $(member "$work/collected.json" conditions.length) conditions; its ledger verifies"
}
