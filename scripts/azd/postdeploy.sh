#!/usr/bin/env bash
# After the program is in Azure: a smoke test against it.
# Usage: azd runs it after `azd deploy`; by hand: azd hooks run postdeploy
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

needs ROGATORY_URL "azd provision sets it"
options=()
# With both, the test also tries to delete a protected version, as whoever is signed in.
if [[ -n "${ROGATORY_PROTECTED_BLOB:-}" && -n "${ROGATORY_PROTECTED_VERSION:-}" ]]; then
  needs_tool az "install the Azure CLI and sign in with az login"
  ROGATORY_STORAGE_TOKEN="$(az account get-access-token --resource https://storage.azure.com/ --query accessToken --output tsv)"
  export ROGATORY_STORAGE_TOKEN
  options=(--protected "$ROGATORY_PROTECTED_BLOB" --version-id "$ROGATORY_PROTECTED_VERSION")
else
  say "No protected version to try: once an item is sealed, set ROGATORY_PROTECTED_BLOB to its address and ROGATORY_PROTECTED_VERSION to the version that its ledger names."
fi

# A cold start, and a role that was given a minute ago, take their time.
"$root/scripts/smoke.sh" "$ROGATORY_URL" --wait 300 "${options[@]}"
say "Deployed and smoke-tested. Next: register a partner (docs/operations.md)."
