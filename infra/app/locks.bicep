// Locks on what must never go by mistake. They stop the deletion of a resource, not of the data in it; that is what the policies are for.

@description('Names of the storage accounts by what they hold.')
param accounts object

@description('Name of the key vault.')
param keyVaultName string

@description('Name of the Service Bus namespace.')
param serviceBusName string

var notes = 'Holds the record of an authority. docs/operations.md says how to take a deployment down.'

resource locked 'Microsoft.Storage/storageAccounts@2025-06-01' existing = [for account in items(accounts): {
  name: account.value
}]

resource keyVault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: keyVaultName
}

resource serviceBus 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: serviceBusName
}

resource accountLocks 'Microsoft.Authorization/locks@2020-05-01' = [for (account, index) in items(accounts): {
  name: 'keep'
  scope: locked[index]
  properties: {
    level: 'CanNotDelete'
    notes: notes
  }
}]

resource keyVaultLock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  scope: keyVault
  properties: {
    level: 'CanNotDelete'
    notes: notes
  }
}

resource serviceBusLock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  scope: serviceBus
  properties: {
    level: 'CanNotDelete'
    notes: notes
  }
}
