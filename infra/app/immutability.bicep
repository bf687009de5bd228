// Policies of the containers ledger and statements, unlocked. The postprovision hook locks them when asked to, and this is then not applied again.

@description('Account with the two containers.')
param ledgerAccountName string

@description('Days for which a blob can\'t be changed or deleted, counted from its creation.')
param recordRetentionDays int

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: ledgerAccountName
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' existing = {
  parent: account
  name: 'default'
}

resource ledger 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  parent: blobService
  name: 'ledger'
}

resource statements 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  parent: blobService
  name: 'statements'
}

resource ledgerPolicy 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = {
  parent: ledger
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: recordRetentionDays
    // A ledger grows at its end; what it holds stays as it is.
    allowProtectedAppendWrites: true
  }
}

resource statementsPolicy 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = {
  parent: statements
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: recordRetentionDays
    allowProtectedAppendWrites: false
  }
}
