#!/usr/bin/env bash
# Before anything is made in Azure: are the parameters there, and may material rest where they say?
# Usage: azd runs it before `azd provision`; by hand: azd hooks run preprovision
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

country_of() { awk -F, -v region="$1" '$1 == region { print $2 }' "$azd_folder/regions.csv"; }
pair_of() { awk -F, -v region="$1" '$1 == region { print $3 }' "$azd_folder/regions.csv"; }

# may_rest REGION WHAT: stops unless the region lies in a country of the residency limits.
may_rest() {
  local country
  country="$(country_of "$1")"
  [[ -n "$country" ]] || fail "STOP: the country of region $1 ($2) is not known. Add it to scripts/azd/regions.csv once you know it."
  [[ " ${ROGATORY_RESIDENCY^^} " == *" $country "* ]] ||
    fail "STOP: $2 $1 lies in $country, and the residency limits of the authority are: $ROGATORY_RESIDENCY. Nothing was made. Choose another region with azd env set AZURE_LOCATION, or another replication with azd env set ROGATORY_STORAGE_SKU."
}

needs AZURE_LOCATION "the Azure region"
needs ROGATORY_RESIDENCY "the countries, as ISO 3166-1 alpha-2 codes with spaces between them, in which material may rest"
needs ROGATORY_AUTHORITY "the name of the home authority"
needs ROGATORY_JURISDICTION "its state, as ISO 3166-1 alpha-2 code"
needs ROGATORY_OFFICER_ISSUER "the issuer of the officers' tokens"
needs ROGATORY_OFFICER_AUDIENCE "the audience of the officers' tokens"
needs ROGATORY_ALERT_EMAIL "where alerts go"
[[ "$ROGATORY_JURISDICTION" =~ ^[A-Z]{2}$ ]] || fail "ROGATORY_JURISDICTION is a code of two capital letters, not $ROGATORY_JURISDICTION."
[[ "$locked" == Locked || "$locked" == Unlocked ]] || fail "ROGATORY_IMMUTABILITY is Locked or Unlocked, not $locked."
if [[ "${ROGATORY_DEVELOPMENT:-false}" == true ]]; then
  [[ "$locked" != Locked ]] || fail "$never_in_development"
else
  needs ROGATORY_AUTHORITY_ADDRESSES "the addresses of the authority and its operators, comma separated; from nowhere else can it be deployed"
  [[ -n "${ROGATORY_PARTNER_ADDRESSES:-}" ]] || say "ROGATORY_PARTNER_ADDRESSES is empty: no partner will reach the front door."
fi

may_rest "$AZURE_LOCATION" "region"
sku="${ROGATORY_STORAGE_SKU:-Standard_ZRS}"
if [[ "$sku" == Standard_G* || "$sku" == Standard_RAG* ]]; then
  pair="$(pair_of "$AZURE_LOCATION")"
  [[ -n "$pair" ]] || fail "STOP: $sku copies to the paired region, and $AZURE_LOCATION has none. Use Standard_ZRS."
  may_rest "$pair" "the paired region, to which $sku copies everything,"
fi

# Key Vault does this by itself: keys under the protection of their module, and no material.
pair="$(pair_of "$AZURE_LOCATION")"
if [[ -n "$pair" && " ${ROGATORY_RESIDENCY^^} " != *" $(country_of "$pair") "* ]]; then
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

say "Checked: $AZURE_LOCATION ($(country_of "$AZURE_LOCATION")), $sku, policies $locked. Next, azd makes the resources."
