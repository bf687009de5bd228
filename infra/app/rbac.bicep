// Who may do what to what: the whole of it. The roles of our own are in roles.bicep.

@description('False in the first pass, when there are no accounts yet and only the identity that encrypts them gets its role.')
param accountsExist bool

@description('Names of the storage accounts by what they hold.')
param accounts object

@description('Accounts that partners collect from: region and name.')
param outbound array

@description('Principal ids: writer, holder, eraser, keyKeeper, encryption.')
param identities object

@description('Ids of the roles of our own, by name.')
param roles object

@description('Name of the key vault.')
param keyVaultName string

@description('Name of the Service Bus namespace.')
param serviceBusName string

@description('Name of Application Insights.')
param applicationInsightsName string

@description('Partners that send by message: id, and principal, which is that of their system in our directory.')
param messagingPartners array

var builtIn = {
  keyVaultCryptoServiceEncryptionUser: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'e147488a-f6f5-4113-8e2d-b22465e65bf6')
  storageBlobDataOwner: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b')
  storageBlobDelegator: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a')
  storageQueueDataContributor: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '974c5e8b-45b9-4653-ba55-5f855dd0fb88')
  storageTableDataContributor: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')
  serviceBusDataReceiver: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0')
  serviceBusDataSender: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39')
  monitoringMetricsPublisher: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')
}

var hostRoles = [builtIn.storageBlobDataOwner, builtIn.storageQueueDataContributor, builtIn.storageTableDataContributor]
var linked = concat([accounts.vault, accounts.inbound], map(outbound, one => one.name))
var uploads = ['inbound', 'arrivals']
var copies = flatten(map(outbound, one => map(one.containers, container => '${one.name}/default/${container}')))

resource keyVault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: keyVaultName
}

resource keyEncryptionKey 'Microsoft.KeyVault/vaults/keys@2024-11-01' existing = {
  parent: keyVault
  name: 'kek'
}

resource signingKey 'Microsoft.KeyVault/vaults/keys@2024-11-01' existing = {
  parent: keyVault
  name: 'signing'
}

resource encryptionKey 'Microsoft.KeyVault/vaults/keys@2024-11-01' existing = {
  parent: keyVault
  name: 'storage'
}

resource vaultAccount 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accounts.vault
}

resource vaultBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' existing = {
  parent: vaultAccount
  name: 'default'
}

resource ledgerAccount 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accounts.ledger
}

resource ledgerBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' existing = {
  parent: ledgerAccount
  name: 'default'
}

resource keysAccount 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accounts.keys
}

resource keysBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' existing = {
  parent: keysAccount
  name: 'default'
}

resource stateAccount 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accounts.state
}

resource vaultContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  parent: vaultBlobs
  name: 'vault'
}

resource ledgerContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  parent: ledgerBlobs
  name: 'ledger'
}

resource statementsContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  parent: ledgerBlobs
  name: 'statements'
}

resource keysContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  parent: keysBlobs
  name: 'keys'
}

resource uploadContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = [for name in uploads: {
  name: '${accounts.inbound}/default/${name}'
}]

resource casesContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  name: '${accounts.state}/default/cases'
}

resource linkedAccounts 'Microsoft.Storage/storageAccounts@2025-06-01' existing = [for name in linked: {
  name: name
}]

resource outboundContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = [for name in copies: {
  name: name
}]

resource serviceBus 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: serviceBusName
}

resource casesQueue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' existing = {
  parent: serviceBus
  name: 'cases'
}

resource requestsQueue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' existing = {
  parent: serviceBus
  name: 'requests'
}

resource repliesQueues 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' existing = [for partner in messagingPartners: {
  parent: serviceBus
  name: 'replies-${partner.id}'
}]

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

// Storage wraps and unwraps the keys of its accounts with this key, and with no other of the vault.
resource encryptionOnStorageKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(encryptionKey.id, identities.encryption, builtIn.keyVaultCryptoServiceEncryptionUser)
  scope: encryptionKey
  properties: {
    principalId: identities.encryption
    principalType: 'ServicePrincipal'
    roleDefinitionId: builtIn.keyVaultCryptoServiceEncryptionUser
  }
}

// Seals bodies under their policy, and opens them for whoever holds a grant.
resource writerOnVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (accountsExist) {
  name: guid(vaultContainer.id, identities.writer, roles.vaultWriter)
  scope: vaultContainer
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.vaultWriter
  }
}

// Makes a ledger and appends to it; no state changes without an entry.
resource writerOnLedger 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (accountsExist) {
  name: guid(ledgerContainer.id, identities.writer, roles.recordKeeper)
  scope: ledgerContainer
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.recordKeeper
  }
}

// Stores receipts and checkpoints, each written once.
resource writerOnStatements 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (accountsExist) {
  name: guid(statementsContainer.id, identities.writer, roles.recordKeeper)
  scope: statementsContainer
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.recordKeeper
  }
}

// Creates key envelopes and reads them. It can neither replace nor destroy one; rotation makes the next.
resource writerOnKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (accountsExist) {
  name: guid(keysContainer.id, identities.writer, roles.recordKeeper)
  scope: keysContainer
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.recordKeeper
  }
}

// Takes sealed uploads in, verifies them, clears them away. A grant that it hands out writes one blob of inbound, and no more than it may itself.
resource writerOnUploads 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (name, index) in uploads: if (accountsExist) {
  name: guid(uploadContainers[index].id, identities.writer, roles.receiver)
  scope: uploadContainers[index]
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.receiver
  }
}]

// Has copies made for partners and compares them; removes them when a disclosure is over.
resource writerOnOutbound 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (name, index) in copies: if (accountsExist) {
  name: guid(outboundContainers[index].id, identities.writer, roles.courier)
  scope: outboundContainers[index]
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.courier
  }
}]

// Gets the user delegation keys that sign links, as there are no shared keys: for a sealed upload, for what a partner collects, and for storage
// itself to read a body that it is to copy. No link allows more than the writer's role on the container does.
resource writerDelegates 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (name, index) in linked: if (accountsExist) {
  name: guid(linkedAccounts[index].id, identities.writer, builtIn.storageBlobDelegator)
  scope: linkedAccounts[index]
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: builtIn.storageBlobDelegator
  }
}]

// Writes projections and their tags in one call, and finds cases by tag.
resource writerOnCases 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (accountsExist) {
  name: guid(casesContainer.id, identities.writer, roles.projector)
  scope: casesContainer
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.projector
  }
}

// The Functions host and Durable keep leases and releases here, the queues of the task hub and its history (ids, codes and instants only), and
// ask for these roles; the account holds no record.
resource writerOwnsHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in hostRoles: if (accountsExist) {
  name: guid(stateAccount.id, identities.writer, role)
  scope: stateAccount
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: role
  }
}]

// Sets and lifts legal holds on bodies, without being able to read or write one.
resource holderOnVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (accountsExist) {
  name: guid(vaultContainer.id, identities.holder, roles.holdSetter)
  scope: vaultContainer
  properties: {
    principalId: identities.holder
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.holdSetter
  }
}

// Destroys key envelopes, which is how an item is erased. Nobody else may delete there, and it may do nothing else.
resource eraserOnKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (accountsExist) {
  name: guid(keysContainer.id, identities.eraser, roles.eraser)
  scope: keysContainer
  properties: {
    principalId: identities.eraser
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.eraser
  }
}

// One unwrap opens an item; wrapping uses the public half locally.
resource writerUnwraps 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keyEncryptionKey.id, identities.writer, roles.unwrapper)
  scope: keyEncryptionKey
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.unwrapper
  }
}

// Makes the next version of the key-encryption key when an officer has it rotated, and disables a version once nothing is under it. It opens nothing.
resource keyKeeperOnKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keyEncryptionKey.id, identities.keyKeeper, roles.keyKeeper)
  scope: keyEncryptionKey
  properties: {
    principalId: identities.keyKeeper
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.keyKeeper
  }
}

// Signs receipts and checkpoints.
resource writerSigns 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(signingKey.id, identities.writer, roles.signer)
  scope: signingKey
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: roles.signer
  }
}

// The trigger of the queue, and that of its dead letters.
resource writerReceivesCases 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(casesQueue.id, identities.writer, builtIn.serviceBusDataReceiver)
  scope: casesQueue
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: builtIn.serviceBusDataReceiver
  }
}

// Queues a wake-up after each append, and from the sweep.
resource writerSendsCases 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(casesQueue.id, identities.writer, builtIn.serviceBusDataSender)
  scope: casesQueue
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: builtIn.serviceBusDataSender
  }
}

// The trigger of the queue of signed requests.
resource writerReceivesRequests 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(requestsQueue.id, identities.writer, builtIn.serviceBusDataReceiver)
  scope: requestsQueue
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: builtIn.serviceBusDataReceiver
  }
}

// Sends telemetry as itself, as Application Insights takes no keys.
resource writerPublishesTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(applicationInsights.id, identities.writer, builtIn.monitoringMetricsPublisher)
  scope: applicationInsights
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: builtIn.monitoringMetricsPublisher
  }
}

// Answers a partner in the one queue that is named for it.
resource writerSendsReplies 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (partner, index) in messagingPartners: {
  name: guid(repliesQueues[index].id, identities.writer, builtIn.serviceBusDataSender)
  scope: repliesQueues[index]
  properties: {
    principalId: identities.writer
    principalType: 'ServicePrincipal'
    roleDefinitionId: builtIn.serviceBusDataSender
  }
}]

// A partner's system may send requests, and see none; who sent one is told by its signature, not by this.
resource partnersSendRequests 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for partner in messagingPartners: {
  name: guid(requestsQueue.id, partner.principal, builtIn.serviceBusDataSender)
  scope: requestsQueue
  properties: {
    principalId: partner.principal
    principalType: 'ServicePrincipal'
    roleDefinitionId: builtIn.serviceBusDataSender
  }
}]

// A partner's system reads its own answers, and nobody else's.
resource partnersReceiveReplies 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (partner, index) in messagingPartners: {
  name: guid(repliesQueues[index].id, partner.principal, builtIn.serviceBusDataReceiver)
  scope: repliesQueues[index]
  properties: {
    principalId: partner.principal
    principalType: 'ServicePrincipal'
    roleDefinitionId: builtIn.serviceBusDataReceiver
  }
}]
