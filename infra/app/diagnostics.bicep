// Who did what, into the workspace for searching and into the archive for keeping.

@description('Azure region.')
param location string

@description('Names of the storage accounts by what they hold.')
param accounts object

@description('Accounts that partners collect from: region and name.')
param outbound array

@description('Name of the key vault.')
param keyVaultName string

@description('Name of the Service Bus namespace.')
param serviceBusName string

@description('Name of the app.')
param functionAppName string

@description('Workspace that takes the logs.')
param workspaceId string

// state is left out: the host polls it all day, and it holds no record.
var watched = [
  accounts.vault
  accounts.ledger
  accounts.keys
  accounts.inbound
]
var everything = [
  {
    categoryGroup: 'allLogs'
    enabled: true
  }
]
var measurements = [
  {
    category: 'AllMetrics'
    enabled: true
  }
]

resource archive 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accounts.archive
}

resource watchedAccounts 'Microsoft.Storage/storageAccounts@2025-06-01' existing = [for account in watched: {
  name: account
}]

resource watchedBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' existing = [for (account, index) in watched: {
  parent: watchedAccounts[index]
  name: 'default'
}]

resource keyVault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: keyVaultName
}

resource serviceBus 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: serviceBusName
}

resource functionApp 'Microsoft.Web/sites@2025-03-01' existing = {
  name: functionAppName
}

resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = [for (account, index) in watched: {
  name: 'rogatory'
  scope: watchedBlobs[index]
  properties: {
    workspaceId: workspaceId
    storageAccountId: archive.id
    logs: everything
    metrics: measurements
  }
}]

resource outboundAccounts 'Microsoft.Storage/storageAccounts@2025-06-01' existing = [for one in outbound: {
  name: one.name
}]

resource outboundBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' existing = [for (one, index) in outbound: {
  parent: outboundAccounts[index]
  name: 'default'
}]

resource outboundLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = [for (one, index) in outbound: {
  name: 'rogatory'
  scope: outboundBlobs[index]
  properties: {
    workspaceId: workspaceId
    // Azure Monitor archives only to an account of the same region; from another, who collected is in the workspace alone.
    storageAccountId: one.region == toLower(location) ? archive.id : null
    logs: everything
    metrics: measurements
  }
}]

resource keyVaultLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'rogatory'
  scope: keyVault
  properties: {
    workspaceId: workspaceId
    storageAccountId: archive.id
    // A table of its own, AZKVAuditLogs.
    logAnalyticsDestinationType: 'Dedicated'
    logs: everything
    metrics: measurements
  }
}

resource serviceBusLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'rogatory'
  scope: serviceBus
  properties: {
    workspaceId: workspaceId
    storageAccountId: archive.id
    logs: everything
    metrics: measurements
  }
}

resource functionAppLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'rogatory'
  scope: functionApp
  properties: {
    workspaceId: workspaceId
    storageAccountId: archive.id
    logs: everything
    metrics: measurements
  }
}
