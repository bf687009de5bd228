// The accounts, apart by what they hold, because each wants other protection.

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Names of the accounts: vault, ledger, keys, inbound, state, archive.')
param accounts object

@description('Accounts that partners collect from: region and name.')
param outbound array

@description('Replication of the accounts that hold the record.')
param sku string

@description('True opens all of them to the public network, as a development deployment does.')
param open bool

@description('Addresses of registered partners, which alone reach sealed uploads and what there is to collect.')
param partnerAddresses array

@description('Identity that may use the encryption key.')
param encryptionIdentityId string

@description('Key vault of the encryption key.')
param keyVaultUri string

@description('Name of the encryption key.')
param encryptionKeyName string

@description('Days for which archived logs can\'t be changed.')
param recordRetentionDays int

@description('True when the policy of the archive is locked already.')
param archiveLocked bool

var closed = {
  publicNetworkAccess: open ? 'Enabled' : 'Disabled'
  defaultAction: open ? 'Allow' : 'Deny'
}
// Rules of storage for single addresses are for IPv4 only.
var partnerRules = filter(partnerAddresses, address => !contains(address, ':'))

// Sealed bodies. Versions, because Azure protects versions; soft delete, because nothing here is deleted on purpose before its date.
module vault 'account.bicep' = {
  name: 'account-vault'
  params: {
    location: location
    tags: tags
    name: accounts.vault
    sku: sku
    containers: [
      'vault'
    ]
    versioning: true
    versionLevelImmutability: true
    softDeleteDays: 30
    publicNetworkAccess: closed.publicNetworkAccess
    defaultAction: closed.defaultAction
    encryptionIdentityId: encryptionIdentityId
    keyVaultUri: keyVaultUri
    encryptionKeyName: encryptionKeyName
  }
}

// Ledgers and statements, under policies of their containers (immutability.bicep).
module ledger 'account.bicep' = {
  name: 'account-ledger'
  params: {
    location: location
    tags: tags
    name: accounts.ledger
    sku: sku
    containers: [
      'ledger'
      'statements'
    ]
    softDeleteDays: 30
    publicNetworkAccess: closed.publicNetworkAccess
    defaultAction: closed.defaultAction
    encryptionIdentityId: encryptionIdentityId
    keyVaultUri: keyVaultUri
    encryptionKeyName: encryptionKeyName
  }
}

// Key envelopes. No versions, no soft delete, no snapshots, no backup: destroying an envelope is how an item is erased, and it must be real.
module keys 'account.bicep' = {
  name: 'account-keys'
  params: {
    location: location
    tags: tags
    name: accounts.keys
    sku: sku
    containers: [
      'keys'
    ]
    publicNetworkAccess: closed.publicNetworkAccess
    defaultAction: closed.defaultAction
    encryptionIdentityId: encryptionIdentityId
    keyVaultUri: keyVaultUri
    encryptionKeyName: encryptionKeyName
  }
}

// Sealed uploads in flight: ciphertext only. Partners write to inbound, and what is left there goes after two days. Nobody but the program
// reaches arrivals, where a body is verified and cleared away; what it could not clear goes after a month. No versions and no soft
// delete, so that what is removed is gone.
module inbound 'account.bicep' = {
  name: 'account-inbound'
  params: {
    location: location
    tags: tags
    name: accounts.inbound
    sku: sku
    containers: [
      'inbound'
      'arrivals'
    ]
    publicNetworkAccess: 'Enabled'
    defaultAction: closed.defaultAction
    addresses: partnerRules
    encryptionIdentityId: encryptionIdentityId
    keyVaultUri: keyVaultUri
    encryptionKeyName: encryptionKeyName
  }
}

resource inboundAccount 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accounts.inbound
}

resource inboundLifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: inboundAccount
  name: 'default'
  dependsOn: [
    inbound
  ]
  properties: {
    policy: {
      rules: [
        {
          name: 'two-days'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'inbound/'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 2
                }
              }
            }
          }
        }
        {
          name: 'arrivals-a-month'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'arrivals/'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 30
                }
              }
            }
          }
        }
      ]
    }
  }
}

// Copies for partners: ciphertext only, and gone a day after the longest grant ends, whatever the program did. They never leave for a pair of
// their region, as the transfer was allowed for the region alone; and deleting one is real at once.
module outboundAccounts 'account.bicep' = [for one in outbound: {
  name: 'account-${one.name}'
  params: {
    location: one.region
    tags: tags
    name: one.name
    sku: contains(sku, 'ZRS') ? 'Standard_ZRS' : 'Standard_LRS'
    containers: one.containers
    publicNetworkAccess: 'Enabled'
    defaultAction: closed.defaultAction
    addresses: partnerRules
    encryptionIdentityId: encryptionIdentityId
    keyVaultUri: keyVaultUri
    encryptionKeyName: encryptionKeyName
  }
}]

resource outboundAccount 'Microsoft.Storage/storageAccounts@2025-06-01' existing = [for one in outbound: {
  name: one.name
}]

resource outboundLifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = [for (one, index) in outbound: {
  parent: outboundAccount[index]
  name: 'default'
  dependsOn: [
    outboundAccounts
  ]
  properties: {
    policy: {
      rules: [
        {
          name: 'longest-grant'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterCreationGreaterThan: 31
                }
              }
            }
          }
        }
      ]
    }
  }
}]

// What the Functions host needs, the task hub, the projections, and the nonces of the last day: all of it can be rebuilt or done without.
module state 'account.bicep' = {
  name: 'account-state'
  params: {
    location: location
    tags: tags
    name: accounts.state
    sku: sku
    containers: [
      'cases'
      'nonces'
      'releases'
    ]
    publicNetworkAccess: closed.publicNetworkAccess
    defaultAction: closed.defaultAction
    encryptionIdentityId: encryptionIdentityId
    keyVaultUri: keyVaultUri
    encryptionKeyName: encryptionKeyName
  }
}

resource stateAccount 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accounts.state
}

resource stateLifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: stateAccount
  name: 'default'
  dependsOn: [
    state
  ]
  properties: {
    policy: {
      rules: [
        {
          name: 'nonces-one-day'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'nonces/'
              ]
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 1
                }
              }
            }
          }
        }
      ]
    }
  }
}

// Logs, which Azure Monitor appends to and nobody changes. Its containers are made by Azure Monitor, so the account has the policy.
module archive 'account.bicep' = {
  name: 'account-archive'
  params: {
    location: location
    tags: tags
    name: accounts.archive
    sku: sku
    containers: []
    versioning: true
    accountImmutability: {
      enabled: true
      immutabilityPolicy: {
        allowProtectedAppendWrites: true
        immutabilityPeriodSinceCreationInDays: recordRetentionDays
        state: archiveLocked ? 'Locked' : 'Unlocked'
      }
    }
    publicNetworkAccess: 'Enabled'
    defaultAction: 'Deny'
    bypass: 'AzureServices'
    encryptionIdentityId: encryptionIdentityId
    keyVaultUri: keyVaultUri
    encryptionKeyName: encryptionKeyName
  }
}
