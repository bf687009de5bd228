// Wake-ups for cases, and signed requests from partner systems that prefer messages to HTTP.

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Name of the namespace.')
param name string

@description('True makes it standard and public, for development: standard has no private endpoint.')
param open bool

@description('Partners that send by message. Each has a queue of its own for answers, replies-ID.')
param messagingPartners array

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: open ? {
    name: 'Standard'
    tier: 'Standard'
  } : {
    name: 'Premium'
    tier: 'Premium'
    capacity: 1
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: open ? 'Enabled' : 'Disabled'
  }
}

// The session of a message is its case, so that a case is never advanced twice at once.
resource cases 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = {
  parent: namespace
  name: 'cases'
  properties: {
    requiresSession: true
    // The message id is the case and the length of its ledger: one wake-up a change.
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'PT10M'
    lockDuration: 'PT5M'
    maxDeliveryCount: 10
    defaultMessageTimeToLive: 'P14D'
    deadLetteringOnMessageExpiration: true
  }
}

resource requests 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = {
  parent: namespace
  name: 'requests'
  properties: {
    // No duplicate detection: senders choose the message id, so one could have another's request dropped as a repeat of its own. The same
    // request twice opens one case anyway.
    requiresDuplicateDetection: false
    lockDuration: 'PT5M'
    maxDeliveryCount: 10
    defaultMessageTimeToLive: 'P14D'
    deadLetteringOnMessageExpiration: true
    // A request has at most 1 MiB, and its signature travels in the properties. Standard stops at 256 KiB.
    maxMessageSizeInKilobytes: open ? null : 2048
  }
}

resource replies 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [for partner in messagingPartners: {
  parent: namespace
  name: 'replies-${partner.id}'
  properties: {
    lockDuration: 'PT5M'
    maxDeliveryCount: 10
    defaultMessageTimeToLive: 'P14D'
  }
}]

@description('Name of the namespace.')
output name string = namespace.name
