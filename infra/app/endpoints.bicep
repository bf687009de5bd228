// Private endpoints for everything but the front door. Registered partners reach inbound and outbound from their own networks, and the program
// by these: storage copies from one closed account to another only for a caller that reaches both by private endpoints of one network.

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Subnet that the endpoints take their addresses from.')
param subnetId string

@description('DNS zones: blob, queue, table, keyVault, serviceBus.')
param zoneIds object

@description('Names of the storage accounts by what they hold.')
param accounts object

@description('Accounts that partners collect from: region and name.')
param outbound array

@description('Name of the key vault.')
param keyVaultName string

@description('Name of the Service Bus namespace.')
param serviceBusName string

var ownEndpoints = [
  {
    name: 'pe-vault'
    resourceId: resourceId('Microsoft.Storage/storageAccounts', accounts.vault)
    groupId: 'blob'
    zoneId: zoneIds.blob
  }
  {
    name: 'pe-ledger'
    resourceId: resourceId('Microsoft.Storage/storageAccounts', accounts.ledger)
    groupId: 'blob'
    zoneId: zoneIds.blob
  }
  {
    name: 'pe-keys'
    resourceId: resourceId('Microsoft.Storage/storageAccounts', accounts.keys)
    groupId: 'blob'
    zoneId: zoneIds.blob
  }
  {
    name: 'pe-inbound'
    resourceId: resourceId('Microsoft.Storage/storageAccounts', accounts.inbound)
    groupId: 'blob'
    zoneId: zoneIds.blob
  }
  {
    name: 'pe-state-blob'
    resourceId: resourceId('Microsoft.Storage/storageAccounts', accounts.state)
    groupId: 'blob'
    zoneId: zoneIds.blob
  }
  {
    name: 'pe-state-queue'
    resourceId: resourceId('Microsoft.Storage/storageAccounts', accounts.state)
    groupId: 'queue'
    zoneId: zoneIds.queue
  }
  {
    name: 'pe-state-table'
    resourceId: resourceId('Microsoft.Storage/storageAccounts', accounts.state)
    groupId: 'table'
    zoneId: zoneIds.table
  }
  {
    name: 'pe-key-vault'
    resourceId: resourceId('Microsoft.KeyVault/vaults', keyVaultName)
    groupId: 'vault'
    zoneId: zoneIds.keyVault
  }
  {
    name: 'pe-service-bus'
    resourceId: resourceId('Microsoft.ServiceBus/namespaces', serviceBusName)
    groupId: 'namespace'
    zoneId: zoneIds.serviceBus
  }
]
// In our network, whatever region the account is in.
var outboundEndpoints = [for one in outbound: {
  name: 'pe-outbound-${one.region}'
  resourceId: resourceId('Microsoft.Storage/storageAccounts', one.name)
  groupId: 'blob'
  zoneId: zoneIds.blob
}]
var endpoints = concat(ownEndpoints, outboundEndpoints)

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2025-05-01' = [for endpoint in endpoints: {
  name: endpoint.name
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: endpoint.name
        properties: {
          privateLinkServiceId: endpoint.resourceId
          groupIds: [
            endpoint.groupId
          ]
        }
      }
    ]
  }
}]

resource zoneGroups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = [for (endpoint, index) in endpoints: {
  parent: privateEndpoints[index]
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: endpoint.groupId
        properties: {
          privateDnsZoneId: endpoint.zoneId
        }
      }
    ]
  }
}]
