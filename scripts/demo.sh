#!/usr/bin/env bash
# Runs the main job from end to end on one machine, on free ports: a partner sends a request with five items, an officer reads one and
# accepts; what is sensitive is found, the risk assessed, and an extract made and proven; what may go to whom is checked, approved, collected, signed
# for and recalled; information goes out unasked; and all of it is proven.
# Then it tries to undo it, and must fail. Last, a hold keeps an item from being erased, and once it is lifted two officers erase it.
# Everything is left in DIR.
# Usage: scripts/demo.sh [--out DIR]   (artifacts/demo)
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
for part in officers drill partners findings disclosure incidents retention reports; do source "$(dirname "${BASH_SOURCE[0]}")/demo/$part.sh"; done

out="$artifacts/demo"
while (($# > 0)); do
  case "$1" in
    --out)
      [[ -n "${2:-}" ]] || fail "--out takes a folder."
      out="$2"
      shift 2 ;;
    -h | --help)
      sed -n '2,7s/^# //p' "$0"
      exit 0 ;;
    *) fail "Unknown: $1. See scripts/demo.sh --help." ;;
  esac
done

# Only what a demo made is replaced; any other folder must be empty.
marker=.rogatory-demo
if [[ -e "$out" && ! -d "$out" ]]; then fail "$out is not a folder."; fi
if [[ -d "$out" && ! -e "$out/$marker" && -n "$(ls -A "$out")" ]]; then
  fail "$out is not empty, and no demo made it: choose another folder."
fi
mkdir -p "$out"
out="$(cd "$out" && pwd)"
touch "$out/$marker"
(cd "$out" && rm -rf authority.json request.json case.json receipt.jws ledger.jsonl ledger.root kek.private.jwk originals sealed keys officer-read findings extract drill.result.jws \
  decisions disclosures partner.private.jwk bag receipt.partner.jws countersignature.jws erasure.jws notice.html incident.jsonl report.html dossier.html dossier.json)
mkdir -p "$out/originals" "$out/officer-read" "$out/findings" "$out/extract"

set_up_and_build

work="$(mktemp -d "${TMPDIR:-/tmp}/rogatory-demo.XXXXXX")"
logs="$work/logs"
mkdir -p "$logs"
rows=()
title='' step=0 begun=$SECONDS
# In Azure, and with run.sh, it is an hour.
checkpoint_every=10

print_table() {
  printf '\n'
  printf '%-37s  %-56s  %s\n' 'step' 'result' 'seconds' '----' '------' '-------'
  printf '%s\n' "${rows[@]}"
}

finish() {
  local status=$? log
  if ((status != 0)) && [[ -n "$title" ]]; then
    rows+=("$(printf '%-37s  FAILED with status %d' "$title" "$status")")
    {
      cat "$work/step.out"
      for log in "$logs"/*.log; do
        printf -- '--- %s\n' "${log##*/}"
        tail -15 "$log"
      done
      print_table
      printf '\nThe demo failed. All logs are in %s.\n' "$logs"
    } >&2
  fi
  stop_all
  ((status != 0)) || rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# run TITLE COMMAND...: one step. Its standard error goes to the screen as it comes; the last line of its output is the result. The
# command runs in this shell and not as a condition, so that the first thing in it that fails ends the demo.
run() {
  local started result
  title="$1"
  shift
  step=$((step + 1))
  say "[$step] $title"
  started="$(date +%s%N)"
  "$@" >"$work/step.out"
  result="$(tail -1 "$work/step.out")"
  rows+=("$(printf '%-37s  %-56s  %7.1f' "$title" "$result" "$((($(date +%s%N) - started) / 100000000))e-1")")
}

member() { node -e 'console.log(process.argv[2].split(".").reduce((value, name) => value[name], JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))))' "$1" "$2"; }

officer() { local_host token --data "$work/data/authority" --officer "$1" --roles "$2"; }

read -r api gate queue table upstream issuer drill_ports < <(free_ports 8)
account="http://127.0.0.1:$gate/devstoreaccount1"
unset ROGATORY_TOKEN
export ROGATORY_AUTHORITY_URL="http://127.0.0.1:$api" ROGATORY_PARTNER=fr-demo ROGATORY_KEY="$work/partner.jwk"
justification='Checking the account statement against the facts that the request sets out.'
reasons='The request is complete under article 46(15), the conduct is an offence here too, and no ground for refusal applies.'
approval='Necessary for the proceedings there, and no more than was asked for.'
recalled='The booking of 14 March is contested by the account holder.'
holding='The letter is evidence in an appeal that is pending.'
lifting='The appeal is decided, and the decision is final.'
erasing='The proceedings have ended, and nothing needs the letter any more.'
material="$work/material"
declare -A files=(
  [statement]='account statement.csv' [letter]='letter.docx' [report]='harbour report.pdf' [photo]='quay.png' [phone]='phone.bin'
)
items=(statement letter report photo phone)

start_everything() {
  start_system "$work/data" "$api" "$gate" "$queue" "$table" "$upstream" "$issuer"
  cp "$work/data/authority/kek.private.jwk" "$out/kek.private.jwk"
  rogatory authority --out "$out/authority.json" >/dev/null
  echo "Azurite, immutability gate and host answer"
}

make_material() {
  node "$root/scripts/demo/make-material.mjs" "$material"
  echo "CSV of 20,000 rows, DOCX, PDF, PNG, 256 MiB binary"
}

build_request() {
  local arguments=()
  for item in "${items[@]}"; do arguments+=(--item "$item=$material/${files[$item]}"); done
  rogatory request build "$root/tests/samples/demo/request.template.json" "${arguments[@]}" --out "$out/request.json" >/dev/null
  echo "five items declared, with size and digest"
}

open_request() {
  rogatory request open "$out/request.json" --json >"$work/opened.json"
  case_id="$(member "$work/opened.json" case)"
  if [[ "$(member "$work/opened.json" missing.length)" != 0 ]]; then
    cat "$work/opened.json"
    return 1
  fi
  echo "case $case_id; nothing is missing under UNCAC"
}

send_item() {
  rogatory item send "$case_id" "$1" "$material/${files[$1]}" >/dev/null
  mv "$material/${files[$1]}" "$out/originals/$1"
  echo "sealed, $(stat -c %s "$out/originals/$1") bytes"
}

get_receipt() {
  rogatory request receipt "$case_id" --out "$out/receipt.jws" --request "$out/request.json" >/dev/null
  echo "signed by the authority, names this request"
}

read_item() {
  ROGATORY_TOKEN="$reviewer" rogatory item read "$case_id" statement --justification "$justification" --out "$out/officer-read/statement" >/dev/null
  cmp "$out/officer-read/statement" "$out/originals/statement"
  echo "what the officer read is what the partner sent"
}

accept_request() {
  ROGATORY_TOKEN="$reviewer" rogatory case decide "$case_id" --decision accept --ground complete-and-lawful --citation 'UNCAC art. 46' --reasons "$reasons" >/dev/null
  ROGATORY_TOKEN="$reviewer" rogatory case show "$case_id" --json >"$out/case.json"
  echo "phase $(member "$out/case.json" phase), on $(member "$out/case.json" decision.citation)"
}

assess_risk() {
  local words
  ROGATORY_TOKEN="$reviewer" rogatory risk "$case_id" --wait --json >"$out/risk.json"
  words="$(ROGATORY_TOKEN="$reviewer" rogatory risk "$case_id")"
  say "$words"
  echo "$(member "$out/risk.json" level), by $(member "$out/risk.json" findings.length) rules; demands $(member "$out/risk.json" demands.length) things"
}

register_recipients() {
  local partner
  for partner in de-demo us-demo; do
    rogatory keys new --out "$work/$partner.jwk" >"$work/$partner.public.json"
    register "$partner" "Demonstration authority $partner" "$work/$partner.public.json"
  done
  echo "de-demo and us-demo"
}

explain() {
  rogatory transfer explain "$out/ledger.jsonl" --out "$out/decisions" --json >"$work/decisions.json"
  echo "$(member "$work/decisions.json" decisions.length) decisions made again, all the same"
}

export_ledger() {
  ROGATORY_TOKEN="$reviewer" rogatory case ledger "$case_id" --out "$out/ledger.jsonl" --json >"$work/ledger.json"
  member "$work/ledger.json" root >"$out/ledger.root"
  echo "$(member "$work/ledger.json" size) lines"
}

verify_offline() {
  rogatory receipt verify "$out/receipt.jws" --authority "$out/authority.json" --request "$out/request.json" --ledger "$out/ledger.jsonl"
  rogatory ledger verify "$out/ledger.jsonl" --receipt "$out/receipt.jws" --authority "$out/authority.json" --root "$(<"$out/ledger.root")"
}

# The items that the ledger's lines of one event name in one member.
named_by() {
  node -e '
    const [, ledger, event, name] = process.argv;
    for (const line of require("fs").readFileSync(ledger, "utf8").trimEnd().split("\n").map(text => JSON.parse(text)))
      if (line.event === event && line.data[name] !== null) console.log(line.data[name]);' "$out/ledger.jsonl" "$1" "$2"
}

fetch_stored() {
  local item sealed partner
  sealed="$(node "$root/scripts/demo/storage.mjs" export "$account" "$out/ledger.jsonl" "$out")"
  cp "$out/request.json" "$out/originals/request"
  printf '%s' "$reasons" >"$out/originals/$(named_by review.request-accepted reasons)"
  for item in $(named_by access.item-consulted justification); do printf '%s' "$justification" >"$out/originals/$item"; done
  printf '{"reasons":"%s","request":{"keep":[{"rows":"1-10"}],"remove":[{"categories":["person-name"]}]}}' "$justification" >"$out/originals/$(named_by disclosure.extract-made reasons)"
  printf '%s' "$approval" >"$out/originals/$(named_by disclosure.disclosure-approved reasons)"
  printf '%s' "$recalled" >"$out/originals/$(named_by disclosure.disclosure-recalled reasons)"
  # Two were proposed, in this order; a statement is sealed as JSON without white space.
  for partner in us-demo de-demo; do
    node -e 'process.stdout.write(JSON.stringify(JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))))' "$root/tests/samples/demo/facts.$partner.json" \
      >"$out/originals/$(named_by disclosure.disclosure-proposed statement | sed -n "$([[ $partner == us-demo ]] && echo 1p || echo 2p)")"
  done
  for item in $sealed; do
    [[ -s "$out/sealed/$item" && -s "$out/keys/$item.jwe" && -e "$out/originals/$item" ]] || { echo "Item $item is not complete."; return 1; }
  done
  echo "$(wc -w <<<"$sealed") bodies and key envelopes, as they are stored"
}

body_url() {
  node -e '
    const [, ledger, account, item] = process.argv;
    const line = require("fs").readFileSync(ledger, "utf8").trimEnd().split("\n").map(text => JSON.parse(text))
      .find(({ event, data }) => event === "sealing.item-sealed" && data.item === item);
    console.log(`${account}/vault/${line.case}/${item}/${line.data.attempt}`);' "$out/ledger.jsonl" "$account" "$1"
}

open_with_other_tools() { node "$root/scripts/demo/open.mjs" "$out"; }

control() {
  node "$root/scripts/demo/storage.mjs" control "$account" >/dev/null
  echo "done: the account key is good"
}

# refused VERB URL: as whoever holds the account key.
refused() {
  node "$root/scripts/demo/storage.mjs" "$1" "$2" --expect 409 >"$work/answer" || { cat "$work/answer"; return 1; }
  echo "refused: $(cat "$work/answer")"
}

still_there() {
  node "$root/scripts/demo/storage.mjs" get "$sealed_body" "$work/again" >/dev/null
  cmp "$work/again" "$out/sealed/statement"
  echo "not a byte of it has changed"
}

# The exit status 3 and the slug of a refusal.
refuses() {
  local slug="$1" status=0
  shift
  "$@" --json >"$work/refused.out" 2>"$work/refused.json" || status=$?
  [[ "$status $(member "$work/refused.json" error.slug)" == "3 $slug" ]] || { cat "$work/refused.out" "$work/refused.json"; return 1; }
}

forge() {
  node "$root/scripts/demo/forge.mjs" "$out/ledger.jsonl" "$out/receipt.jws" "$out/authority.json" "$(member "$work/ledger.json" root)" "$work" \
    dotnet "$(built Rogatory.Cli rogatory)"
}

run 'Start the system' start_everything
run 'Make up material' make_material
run 'Register the partner' register_partner
run 'Partner: build the request' build_request
run 'Partner: open the request, signed' open_request
for item in "${items[@]}"; do run "Partner: send item $item" send_item "$item"; done
run 'Partner: get the intake receipt' get_receipt
reviewer="$(officer demo-reviewer reviewer)"
run 'Admins: let officers act' enrol_officers
run 'An officer whose training lapsed' refuse_lapsed
run 'That officer: play a drill' play_drill
run 'Admin: take it as training' retrain
run 'Officer: read an item, with a reason' read_item
run 'Officer: accept the request' accept_request
run 'Officer: see what was found' look_at_findings
run 'Officer: see the risk, in words' assess_risk
run 'Officer: take ten rows, no names' make_extract
run 'Anyone: verify what it proves' verify_extract
run 'Register recipients' register_recipients
run 'Officer: propose, to be refused' propose us-demo 'refused not-allowed'
run 'Officer: propose, to be allowed' propose de-demo 'allowed-with-conditions proposed'
run 'Another officer: approve' approve
run 'Recipient: collect, and sign for it' collect
run 'Recall it, and be answered' recall
run 'Officer: inform it unasked' inform
run 'Recipient: collect that, too' collect_information
run 'Officer: export the ledger' export_ledger
run 'Anyone: decide it all again' explain
run 'Anyone: verify it all offline' verify_offline
run 'Fetch what is stored' fetch_stored
run 'Anyone with the key: open it all' open_with_other_tools
sealed_body="$(body_url statement)"
run 'Delete an unprotected blob' control
run 'Try to delete a sealed body' refused delete "$sealed_body"
run 'Try to overwrite a sealed body' refused overwrite "$sealed_body"
run 'Try to delete the ledger' refused delete "$account/ledger/$case_id"
run 'Look at the sealed body again' still_there
run 'Try to change the ledger unnoticed' forge
run 'Hold an item: no erasure' hold
run 'Lift it; two officers erase it' erase
run 'Destroy a key envelope' destroy_envelope
run 'Patrol: find that, as an incident' find_incident
run 'Officer: contain it' contain
run 'Notify whom the law names' notify_all
run 'Two officers: close it' close_incident
run 'Wait for the next checkpoint' await_checkpoint
run 'Auditor: report on the day' report
run 'For a court: the chain of custody' dossier
stop_all

print_table
printf '\nAll %d steps did what they should, in %d s. Everything is in %s.\n' "$step" "$((SECONDS - begun))" "$out"
