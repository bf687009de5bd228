#!/usr/bin/env bash
# After the resources are there: local settings, the immutability policies, the first administrator.
# Usage: azd runs it after `azd provision`; by hand: azd hooks run postprovision
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

needs AZURE_ENV_NAME "azd sets it"
needs ROGATORY_RESOURCE_GROUP "azd provision sets it"
needs SERVICE_API_NAME "azd provision sets it"
needs ROGATORY_LEDGER_ACCOUNT "azd provision sets it"
needs ROGATORY_ARCHIVE_ACCOUNT "azd provision sets it"
needs_tool az "install the Azure CLI and sign in with az login"

# Git ignores the file. There is no secret in it: everything is by identity.
write_local_settings() {
  local file="${ROGATORY_LOCAL_SETTINGS:-$root/functions/Rogatory.Functions/local.settings.json}"
  az functionapp config appsettings list --name "$SERVICE_API_NAME" --resource-group "$ROGATORY_RESOURCE_GROUP" --output json |
    node "$azd_folder/local-settings.mjs" >"$file.part"
  mv "$file.part" "$file"
  say "Wrote local.settings.json."
}

lock_container() {
  local etag
  [[ "$(policy "$1" state)" == Locked ]] && { say "The policy of container $1 is locked already."; return; }
  etag="$(policy "$1" etag)"
  [[ -n "$etag" ]] || fail "Container $1 has no immutability policy to lock. Run azd provision again."
  az storage container immutability-policy lock --account-name "$ROGATORY_LEDGER_ACCOUNT" --container-name "$1" --if-match "$etag" --output none
  [[ "$(policy "$1" state)" == Locked ]] || fail "The policy of container $1 was to be locked and is not."
  say "Locked the policy of container $1. It can be extended, and never shortened or removed."
}

lock_archive() {
  [[ "$(archive_state)" == Locked ]] && { say "The policy of the archive is locked already."; return; }
  az storage account update --name "$ROGATORY_ARCHIVE_ACCOUNT" --resource-group "$ROGATORY_RESOURCE_GROUP" --immutability-state Locked --output none
  [[ "$(archive_state)" == Locked ]] || fail "The policy of the archive was to be locked and is not."
  say "Locked the policy of the archive of logs."
}

# Locking can't be undone, so it takes more than the mode: the name of the environment, typed by who decides it.
lock_policies() {
  if [[ "$locked" != Locked ]]; then
    say "Immutability policies are unlocked: whoever may change policies can remove them. For real material: azd env set ROGATORY_IMMUTABILITY Locked"
    return
  fi
  [[ "${ROGATORY_DEVELOPMENT:-false}" != true ]] || fail "$never_in_development"
  if [[ "${ROGATORY_LOCK_FOR_GOOD:-}" != "$AZURE_ENV_NAME" ]]; then
    say "ROGATORY_IMMUTABILITY is Locked, but the containers are left unlocked. To lock them for good: azd env set ROGATORY_LOCK_FOR_GOOD $AZURE_ENV_NAME, then azd hooks run postprovision."
    return
  fi
  lock_container ledger
  lock_container statements
  remember ROGATORY_POLICIES_LOCKED true
  lock_archive
  remember ROGATORY_ARCHIVE_LOCKED true
}

# Roles come with the officers' tokens, so the first administrator is whoever the identity provider gives the role admin.
name_first_administrator() {
  say "The first administrator is named at the identity provider ${ROGATORY_OFFICER_ISSUER:-}: give one person the role admin, with a second factor."
  if [[ -n "${ROGATORY_ADMIN_OBJECT_ID:-}" && -n "${ROGATORY_OFFICER_APP_ID:-}" ]]; then
    register_first_administrator
  else
    say "With Entra ID this hook does it: set ROGATORY_ADMIN_OBJECT_ID (the person) and ROGATORY_OFFICER_APP_ID (the application registration)."
  fi
}

register_first_administrator() {
  local principal role body
  principal="$(az ad sp show --id "$ROGATORY_OFFICER_APP_ID" --query id --output tsv)"
  role="$(az ad sp show --id "$ROGATORY_OFFICER_APP_ID" --query "appRoles[?value=='admin'].id | [0]" --output tsv)"
  [[ -n "$role" && "$role" != None ]] || fail "The application registration has no app role with the value admin. Add it, then: azd hooks run postprovision"
  if [[ -n "$(az rest --method get --url "https://graph.microsoft.com/v1.0/servicePrincipals/$principal/appRoleAssignedTo" \
    --query "value[?principalId=='$ROGATORY_ADMIN_OBJECT_ID' && appRoleId=='$role'].id" --output tsv)" ]]; then
    say "The first administrator is registered already."
    return
  fi
  body="{\"principalId\":\"$ROGATORY_ADMIN_OBJECT_ID\",\"resourceId\":\"$principal\",\"appRoleId\":\"$role\"}"
  az rest --method post --url "https://graph.microsoft.com/v1.0/servicePrincipals/$principal/appRoleAssignedTo" --body "$body" --output none
  say "Registered the first administrator."
}

write_local_settings
lock_policies
name_first_administrator
say "Next: azd deploy"
