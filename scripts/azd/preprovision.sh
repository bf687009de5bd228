#!/usr/bin/env bash
# Before anything is made in Azure: are the parameters there, and may material rest where they say?
# Usage: azd runs it before `azd provision`; by hand: azd hooks run preprovision
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

country_of() { awk -F, -v region="$1" '$1 == region { print $2 }' "$azd_folder/regions.csv"; }
pair_of() { awk -F, -v region="$1" '$1 == region { print $3 }' "$azd_folder/regions.csv"; }

# countries_of LIMITS: the countries that limits name, areas written out; stops at a word that is neither an area nor a country.
countries_of() {
  local limit countries all=' '
  for limit in ${1^^}; do
    countries="$(awk -F, -v area="$limit" '$1 == area { print $2 }' "$azd_folder/areas.csv")"
    [[ -n "$countries" || "$limit" =~ ^[A-Z]{2}$ ]] ||
      fail "STOP: ROGATORY_RESIDENCY: \"$limit\" is neither an area (EU, EEA or SCHENGEN) nor the code of a country."
    all+="${countries:-$limit} "
  done
  printf '%s' "$all"
}

# may_rest REGION WHAT OTHERWISE: stops unless the region lies in a country of the residency limits.
may_rest() {
  local country
  country="$(country_of "$1")"
  [[ -n "$country" ]] || fail "STOP: the country of region $1 ($2) is not known. Add it to scripts/azd/regions.csv once you know it."
  [[ "$permitted" == *" $country "* ]] ||
    fail "STOP: $2 $1 lies in $country, and the residency limits of the authority are: $ROGATORY_RESIDENCY. Nothing was made. $3"
}

# outbound_regions: stops unless each is a region in which material may rest, and none stands twice.
outbound_regions() {
  local region seen=' '
  [[ "$ROGATORY_OUTBOUND_REGIONS" =~ ^[a-z0-9]+(,[a-z0-9]+)*$ ]] ||
    fail "STOP: ROGATORY_OUTBOUND_REGIONS is names of regions with commas between, such as francecentral,germanywestcentral; not $ROGATORY_OUTBOUND_REGIONS."
  for region in ${ROGATORY_OUTBOUND_REGIONS//,/ }; do
    [[ "$seen" != *" $region "* ]] || fail "STOP: ROGATORY_OUTBOUND_REGIONS: $region stands twice."
    seen+="$region "
    may_rest "$region" "outbound region" "Choose others with azd env set ROGATORY_OUTBOUND_REGIONS."
  done
}

# addresses NAME public|private: stops unless the value, if there is one, is a list of such addresses.
addresses() {
  local why
  [[ -n "${!1:-}" ]] || return 0
  why="$(node "$azd_folder/addresses.mjs" "$2" "${!1}")"
  [[ -z "$why" ]] || fail "STOP: $1: $why."
}

# messaging_partners: stops unless each is ID=PRINCIPAL, and no id stands twice.
messaging_partners() {
  local entry seen=' '
  for entry in ${ROGATORY_MESSAGING_PARTNERS//,/ }; do
    [[ "$entry" =~ ^[a-z0-9][a-z0-9-]{1,39}=[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$ ]] ||
      fail "STOP: ROGATORY_MESSAGING_PARTNERS: \"$entry\" is not ID=PRINCIPAL, the id in the register and the object id of a service principal."
    [[ "$seen" != *" ${entry%%=*} "* ]] || fail "STOP: ROGATORY_MESSAGING_PARTNERS: ${entry%%=*} stands twice."
    seen+="${entry%%=*} "
  done
}

needs_tool node "install Node.js 20, which checks addresses"
needs AZURE_LOCATION "the Azure region"
needs ROGATORY_RESIDENCY "where material may rest: EU, EEA, SCHENGEN or ISO 3166-1 alpha-2 codes of countries, with spaces between them"
needs ROGATORY_AUTHORITY "the name of the home authority"
needs ROGATORY_JURISDICTION "its state, as ISO 3166-1 alpha-2 code"
needs ROGATORY_CONTACT "whom partners ask about what is disclosed to them, as each manifest says it"
needs ROGATORY_OFFICER_ISSUER "the issuer of the officers' tokens"
needs ROGATORY_OFFICER_AUDIENCE "the audience of the officers' tokens"
needs ROGATORY_FOUNDERS "at least two officers who may make the first entries of the officer register, with commas between"
needs ROGATORY_ALERT_EMAIL "where alerts go"
[[ "$ROGATORY_JURISDICTION" =~ ^[A-Z]{2}$ ]] || fail "ROGATORY_JURISDICTION is a code of two capital letters, not $ROGATORY_JURISDICTION."
[[ "$locked" == Locked || "$locked" == Unlocked ]] || fail "ROGATORY_IMMUTABILITY is Locked or Unlocked, not $locked."
# Partners sign it: one character more, and no signature verifies.
[[ -z "${ROGATORY_ORIGIN:-}" || "$ROGATORY_ORIGIN" =~ ^https://[a-z0-9.-]+(:[0-9]+)?$ ]] ||
  fail "STOP: ROGATORY_ORIGIN is scheme and host in lower case, such as https://mla.example.org, and nothing behind it; not $ROGATORY_ORIGIN."
addresses ROGATORY_PARTNER_ADDRESSES public
addresses ROGATORY_AUTHORITY_ADDRESSES public
addresses ROGATORY_INSIDE_ADDRESSES private
[[ -z "${ROGATORY_MESSAGING_PARTNERS:-}" ]] || messaging_partners
if [[ "${ROGATORY_DEVELOPMENT:-false}" == true ]]; then
  [[ "$locked" != Locked ]] || fail "$never_in_development"
else
  needs ROGATORY_AUTHORITY_ADDRESSES "the addresses of the authority and its operators, comma separated; from nowhere else can it be deployed"
  [[ -n "${ROGATORY_PARTNER_ADDRESSES:-}" ]] || say "ROGATORY_PARTNER_ADDRESSES is empty: no partner will reach the front door."
fi

permitted="$(countries_of "$ROGATORY_RESIDENCY")"
may_rest "$AZURE_LOCATION" "region" "Choose another with azd env set AZURE_LOCATION."
sku="${ROGATORY_STORAGE_SKU:-Standard_ZRS}"
if [[ "$sku" == Standard_G* || "$sku" == Standard_RAG* ]]; then
  pair="$(pair_of "$AZURE_LOCATION")"
  [[ -n "$pair" ]] || fail "STOP: $sku copies to the paired region, and $AZURE_LOCATION has none. Use Standard_ZRS."
  may_rest "$pair" "the paired region, to which $sku copies everything," "Choose another replication with azd env set ROGATORY_STORAGE_SKU."
fi
[[ -z "${ROGATORY_OUTBOUND_REGIONS:-}" ]] || outbound_regions

# Key Vault does this by itself: keys under the protection of their module, and no material.
pair="$(pair_of "$AZURE_LOCATION")"
if [[ -n "$pair" && "$permitted" != *" $(country_of "$pair") "* ]]; then
  say "Note: Key Vault copies its keys to $pair ($(country_of "$pair")), which lies outside the residency limits."
fi

# The month a budget starts in can't change once it is there.
[[ -n "${ROGATORY_BUDGET_START:-}" ]] || remember ROGATORY_BUDGET_START "$(date -u +%Y-%m-01)"

# A template can't touch a locked policy, so what is locked is looked up, not assumed.
if [[ -n "${ROGATORY_LEDGER_ACCOUNT:-}" ]]; then
  needs_tool az "install the Azure CLI, which reads the state of the immutability policies"
  if [[ "$(policy ledger state)" == Locked || "$(policy statements state)" == Locked ]]; then
    remember ROGATORY_POLICIES_LOCKED true
    say "Policies of containers are locked already; this deployment leaves them alone."
  fi
  if [[ "$(archive_state)" == Locked ]]; then
    remember ROGATORY_ARCHIVE_LOCKED true
    say "The policy of the archive is locked already; this deployment leaves it so."
  fi
fi

say "Checked: $AZURE_LOCATION ($(country_of "$AZURE_LOCATION")), $sku, outbound ${ROGATORY_OUTBOUND_REGIONS:-$AZURE_LOCATION}, policies $locked. Next, azd makes the resources."
