# shellcheck shell=bash
# A drill in the demo, played and scored in the space of drills. Sourced by demo.sh, whose names it uses.

set -euo pipefail

# in_drills COMMAND...: as the officer whose training lapsed, where everything is made up.
in_drills() {
  ROGATORY_AUTHORITY_URL="http://127.0.0.1:${drill_ports% *}" ROGATORY_TOKEN="$(local_host token --data "$work/data/drills" --officer demo-lapsed --roles reviewer)" rogatory "$@"
}

# What the officer is given to decide on has no basis in any law.
play_drill() {
  local played
  in_drills drill start no-legal-basis --json >"$work/drill.json"
  played="$(member "$work/drill.json" case)"
  in_drills item read "$played" request --justification 'To see what is asked, by whom and on what basis.' --out "$work/drill.request.json" >/dev/null
  in_drills case decide "$played" --decision refuse --ground no-legal-basis --citation 'LED art. 8(1)' --reasons 'The directive does not bind the state that asks.' >/dev/null
  in_drills drill score "$played" --out "$out/drill.result.jws" --json >"$work/drill.score.json"
  echo "$played: $(member "$work/drill.score.json" points) of 100 points"
}

retrain() {
  ROGATORY_TOKEN="$(officer first-admin admin)" rogatory officer train demo-lapsed --course mla-basics --result "$out/drill.result.jws" >/dev/null
  ROGATORY_TOKEN="$(officer demo-lapsed reviewer)" rogatory item read "$case_id" phone --justification "$justification" --out "$work/phone" >/dev/null
  cmp "$work/phone" "$out/originals/phone"
  echo "the signed result is the evidence; the officer may read again"
}
