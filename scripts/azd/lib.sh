# shellcheck shell=bash
# What the hooks of azd share. azd hands each of them the values of its environment as environment variables.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"

azd_folder="$root/scripts/azd"
locked="${ROGATORY_IMMUTABILITY:-Unlocked}"
never_in_development="A development deployment is never locked: it could not be taken down for years."

# needs NAME WHAT: stops unless the value is in the environment.
needs() {
  [[ -n "${!1:-}" ]] || fail "$1 is missing: $2. Set it with: azd env set $1 VALUE"
}

needs_tool() {
  command -v "$1" >/dev/null || fail "$1 is missing: $2"
}

# remember NAME VALUE: in the azd environment and in this process.
remember() {
  azd env set "$1" "$2" >/dev/null
  printf -v "$1" '%s' "$2"
  export "${1?}"
}

# policy CONTAINER PROPERTY: of the immutability policy of a container of the ledger account, or nothing when there is none.
policy() {
  az storage container immutability-policy show --account-name "$ROGATORY_LEDGER_ACCOUNT" --container-name "$1" \
    --query "$2" --output tsv 2>/dev/null || true
}

# archive_state: of the immutability policy of the archive of logs, or nothing when there is none.
archive_state() {
  az storage account show --name "$ROGATORY_ARCHIVE_ACCOUNT" --resource-group "$ROGATORY_RESOURCE_GROUP" \
    --query immutableStorageWithVersioning.immutabilityPolicy.state --output tsv 2>/dev/null || true
}
