# shellcheck shell=bash
# An incident in the demo, from the patrol to closed. Sourced by demo.sh, whose names it uses.

set -euo pipefail

# A key envelope can be destroyed by whoever holds the key of its account: that is what makes erasing real, and why the patrol looks.
destroy_envelope() {
  local envelope
  envelope="$(node -e '
    const [, ledger, account] = process.argv;
    const line = require("fs").readFileSync(ledger, "utf8").trimEnd().split("\n").map(text => JSON.parse(text))
      .find(({ event, data }) => event === "sealing.item-sealed" && data.item === "photo");
    console.log(`${account}/keys/${line.case}/photo/${line.data.attempt}/0`);' "$out/ledger.jsonl" "$account")"
  node "$root/scripts/demo/storage.mjs" delete "$envelope" >/dev/null
  echo "gone: what was sealed as photo can't be opened any more"
}

find_incident() {
  local -x ROGATORY_TOKEN
  ROGATORY_TOKEN="$(officer first-admin admin)"
  rogatory patrol >"$work/patrol" || true
  rogatory incident list --json >"$work/incidents.json"
  incident="$(node -e '
    const found = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).incidents.filter(one => one.cause === "envelope-missing");
    if (found.length !== 1) process.exit(1);
    console.log(found[0].incident);' "$work/incidents.json")" || { cat "$work/patrol" "$work/incidents.json"; return 1; }
  rogatory incident show "$incident" --json >"$work/incident.json"
  echo "$incident: $(member "$work/incident.json" severity); the law's clocks run"
}

contain() {
  ROGATORY_TOKEN="$reviewer" rogatory incident contain "$incident" --measure hold-erasure --case "$case_id" --reasons 'What is left is evidence of what happened.' >/dev/null
  echo "nothing of the case is erased while it is looked into"
}

# notify KIND [--to PARTNER]: drafted from the ledgers with what the article demands; sending it is a person's.
notify() {
  local -x ROGATORY_TOKEN
  ROGATORY_TOKEN="$(officer demo-approver approver)"
  rogatory incident notice draft "$incident" --kind "$@" --contact 'Data protection officer, dpo@example.org' \
    --consequences 'The photograph has to be asked for again.' --measures 'Who can reach the account was looked into, and its key changed.' \
    --out "$work/notice.json" --html "$out/notice.html" --json >"$work/draft.json"
  rogatory incident notice sent "$incident" "$(member "$work/draft.json" notice)" --file "$work/notice.json" --channel portal >/dev/null
}

notify_all() {
  notify supervisory-authority
  notify partner-controller --to fr-demo
  ROGATORY_TOKEN="$(officer demo-approver approver)" rogatory incident notice waive "$incident" --kind persons-concerned --ground risk-not-high \
    --citation 'LED art. 31(1)' --reasons 'The photograph is gone, nobody else has it, and the partner can send it again.' >/dev/null
  echo "the supervisory authority and fr-demo, in time; not the persons, since the risk to them is not high"
}

close_incident() {
  ROGATORY_TOKEN="$(officer demo-approver approver)" rogatory incident close "$incident" --cause 'Somebody used the key of the account.' --effect 'One item is lost.' \
    --remedy 'The partner sends it again; the key of the account was changed.' --change 'The account is reached by identities alone.' >/dev/null
  ROGATORY_TOKEN="$(officer demo-dpo dpo)" rogatory incident approve "$incident" 1 --reasons 'The record was compared with what is said.' >/dev/null
  ROGATORY_TOKEN="$(officer demo-dpo dpo)" rogatory incident ledger "$incident" --out "$out/incident.jsonl" --json >"$work/incident.ledger.json"
  echo "by two officers; its ledger has $(member "$work/incident.ledger.json" size) lines"
}
