// One storage account: no shared keys, no public blobs, encrypted with our own key, and its containers.

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Name of the account.')
param name string

@description('Replication.')
param sku string

@description('Containers to have.')
param containers array

@description('Keeps every version of a blob, without which no version can be protected.')
param versioning bool = false

@description('Containers take immutability policies on single versions.')
param versionLevelImmutability bool = false

@description('Immutability of the whole account, or an empty object. It can only be given when the account is made.')
param accountImmutability object = {}

@description('Days for which a deleted blob can be had back; 0 makes deletion real at once.')
param softDeleteDays int = 0

@description('Who may come from outside the network: Disabled, or Enabled with the rules below.')
@allowed([
  'Disabled'
  'Enabled'
])
param publicNetworkAccess string

@description('What happens to callers that no rule names.')
@allowed([
  'Allow'
  'Deny'
])
param defaultAction string

@description('Addresses that may come from outside.')
param addresses array = []

@description('Azure services that pass the network rules: None, or AzureServices where Azure itself must write.')
@allowed([
  'None'
  'AzureServices'
])
param bypass string = 'None'

@description('Identity that may use the encryption key.')
param encryptionIdentityId string

@description('Key vault of the encryption key.')
param keyVaultUri string

@description('Name of the encryption key; its newest version is used.')
param encryptionKeyName string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${encryptionIdentityId}': {}
    }
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: publicNetworkAccess
    networkAcls: {
      bypass: bypass
      defaultAction: defaultAction
      ipRules: [for address in addresses: {
        // Storage takes a single address only without a prefix length.
        value: replace(address, '/32', '')
        action: 'Allow'
      }]
      virtualNetworkRules: []
    }
    encryption: {
      keySource: 'Microsoft.Keyvault'
      keyvaultproperties: {
        keyvaulturi: keyVaultUri
        keyname: encryptionKeyName
      }
      identity: {
        userAssignedIdentity: encryptionIdentityId
      }
      services: {
        blob: {
          enabled: true
        }
        queue: {
          enabled: true
          keyType: 'Account'
        }
        table: {
          enabled: true
          keyType: 'Account'
        }
      }
    }
    immutableStorageWithVersioning: empty(accountImmutability) ? null : accountImmutability
  }
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: versioning
    deleteRetentionPolicy: softDeleteDays == 0 ? {
      enabled: false
    } : {
      enabled: true
      days: softDeleteDays
    }
    containerDeleteRetentionPolicy: softDeleteDays == 0 ? {
      enabled: false
    } : {
      enabled: true
      days: softDeleteDays
    }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [for container in containers: {
  parent: blobService
  name: container
  properties: {
    publicAccess: 'None'
    immutableStorageWithVersioning: versionLevelImmutability ? {
      enabled: true
    } : null
  }
}]
