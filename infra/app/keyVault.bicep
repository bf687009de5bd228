// Keys that never leave their module: one wraps data keys, one signs statements, one encrypts the storage accounts.

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Name of the key vault.')
param name string

@description('True opens it to the public network, as a development deployment does.')
param open bool

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'premium'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: open ? 'Enabled' : 'Disabled'
    networkAcls: {
      // Storage unwraps the keys of its accounts as a trusted service.
      bypass: 'AzureServices'
      defaultAction: open ? 'Allow' : 'Deny'
      ipRules: []
      virtualNetworkRules: []
    }
  }
}

// A key that exists is left as it is by a deployment, its versions and its rotation policy too.
resource keyEncryptionKey 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: 'kek'
  tags: tags
  properties: {
    kty: 'RSA-HSM'
    keySize: 3072
    keyOps: [
      'wrapKey'
      'unwrapKey'
    ]
    attributes: {
      enabled: true
      exportable: false
    }
    rotationPolicy: {
      attributes: {
        expiryTime: 'P2Y'
      }
      lifetimeActions: [
        {
          action: {
            type: 'rotate'
          }
          trigger: {
            timeAfterCreate: 'P1Y'
          }
        }
        {
          action: {
            type: 'notify'
          }
          trigger: {
            timeBeforeExpiry: 'P30D'
          }
        }
      ]
    }
  }
}

// No rotation by itself: the retired key must stay published, so an operator rotates it (docs/operations.md).
resource signingKey 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: 'signing'
  tags: tags
  properties: {
    kty: 'EC-HSM'
    curveName: 'P-256'
    keyOps: [
      'sign'
      'verify'
    ]
    attributes: {
      enabled: true
      exportable: false
    }
  }
}

resource encryptionKey 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: 'storage'
  tags: tags
  properties: {
    kty: 'RSA-HSM'
    keySize: 3072
    keyOps: [
      'wrapKey'
      'unwrapKey'
    ]
    attributes: {
      enabled: true
      exportable: false
    }
    rotationPolicy: {
      attributes: {
        expiryTime: 'P2Y'
      }
      lifetimeActions: [
        {
          action: {
            type: 'rotate'
          }
          trigger: {
            timeAfterCreate: 'P1Y'
          }
        }
      ]
    }
  }
}

@description('Name of the key vault.')
output name string = vault.name

@description('Address of the key vault.')
output uri string = vault.properties.vaultUri

@description('Key id of the key-encryption key, without a version.')
output keyEncryptionKeyUri string = keyEncryptionKey.properties.keyUri

@description('Key id of the signing key, without a version.')
output signingKeyUri string = signingKey.properties.keyUri

@description('Name of the key that storage encrypts with.')
output encryptionKeyName string = encryptionKey.name
