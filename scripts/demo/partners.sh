# shellcheck shell=bash
# What the demo does with the partner register. Sourced by demo.sh, whose names it uses.

set -euo pipefail

# register ID NAME KEYS: one admin proposes the partner with its keys, and another approves it.
register() {
  local number
  ROGATORY_TOKEN="$(officer first-admin admin)" rogatory partner propose "$1" --name "$2" --jurisdiction "$(tr a-z A-Z <<<"${1%%-*}")" --keys "$3" --json >"$work/proposed.json"
  number="$(member "$work/proposed.json" number)"
  ROGATORY_TOKEN="$(officer second-admin admin)" rogatory partner approve "$1" "$number" >/dev/null
}

register_partner() {
  rogatory keys new --out "$work/partner.jwk" >"$work/partner.public.json"
  register fr-demo 'Demonstration Prosecution Office' "$work/partner.public.json"
  echo "fr-demo, with keys of its own, by two admins"
}
