# shellcheck shell=bash
# Who may act in the demo. Sourced by demo.sh, whose names it uses.

set -euo pipefail

# enrol OFFICER CLEARANCE PASSED-ON ROLE...: two admins authorize an officer, and one records the courses and the undertaking.
enrol() {
  local name="$1" clearance="$2" passed="$3" course number roles=()
  shift 3
  for role in "$@"; do roles+=(--role "$role"); done
  ROGATORY_TOKEN="$(officer first-admin admin)" rogatory officer propose "$name" "${roles[@]}" --unit mla-desk --clearance "$clearance" --json >"$work/proposed.json"
  number="$(member "$work/proposed.json" proposal.proposal)"
  ROGATORY_TOKEN="$(officer second-admin admin)" rogatory officer approve "$name" "$number" >/dev/null
  local -x ROGATORY_TOKEN
  ROGATORY_TOKEN="$(officer first-admin admin)"
  for course in mla-basics special-categories minors-and-vulnerable transfers-abroad retention-and-erasure incident-response; do
    rogatory officer train "$name" --course "$course" --passed-on "$passed" --reference demo/1 >/dev/null
  done
  rogatory officer bind "$name" >/dev/null
}

# assign CASE OFFICER...: they need to know the case.
assign() {
  local case="$1" name
  shift
  for name in "$@"; do ROGATORY_TOKEN="$(officer first-admin admin)" rogatory officer assign "$name" "$case" >/dev/null; done
}

enrol_officers() {
  enrol demo-reviewer H3 "$(date -u +%F)" reviewer
  enrol demo-approver H3 "$(date -u +%F)" approver
  enrol demo-dpo H3 "$(date -u +%F)" dpo
  enrol demo-lapsed H3 "$(date -ud '-3 years' +%F)" reviewer
  assign "$case_id" demo-reviewer demo-approver demo-lapsed
  echo "each by two admins; trained, bound, assigned to the case"
}

# Whose training lapsed may do nothing in a case, whatever roles there are.
refuse_lapsed() {
  ROGATORY_TOKEN="$(officer demo-lapsed reviewer)" refuses access-refused rogatory item read "$case_id" statement --justification "$justification" --out "$work/lapsed"
  echo "refused by $(member "$work/refused.json" error.findings.0.rule), $(member "$work/refused.json" error.findings.0.citation)"
}
