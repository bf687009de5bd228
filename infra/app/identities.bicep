// Who the program is in Azure. Four hands that never do each other's work, and one that only lets storage use its encryption key.

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('What makes names unique.')
param token string

resource writer 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-writer-${token}'
  location: location
  tags: tags
}

resource holder 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-holder-${token}'
  location: location
  tags: tags
}

resource eraser 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-eraser-${token}'
  location: location
  tags: tags
}

resource keyKeeper 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-keykeeper-${token}'
  location: location
  tags: tags
}

resource encryption 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-encryption-${token}'
  location: location
  tags: tags
}

@description('Resource id of the identity that the program runs and writes as.')
output writerId string = writer.id

@description('Resource id of the identity that destroys key envelopes.')
output eraserId string = eraser.id

@description('Resource id of the identity that sets and lifts legal holds.')
output holderId string = holder.id

@description('Resource id of the identity that makes and disables versions of the key-encryption key.')
output keyKeeperId string = keyKeeper.id

@description('Resource id of the identity that storage encrypts its accounts with.')
output encryptionId string = encryption.id

@description('Client id of the writer.')
output writerClientId string = writer.properties.clientId

@description('Client id of the eraser.')
output eraserClientId string = eraser.properties.clientId

@description('Client id of the identity that sets and lifts legal holds.')
output holderClientId string = holder.properties.clientId

@description('Client id of the key keeper.')
output keyKeeperClientId string = keyKeeper.properties.clientId

@description('Principal ids, by what the identity is for.')
output principals object = {
  writer: writer.properties.principalId
  holder: holder.properties.principalId
  eraser: eraser.properties.principalId
  keyKeeper: keyKeeper.properties.principalId
  encryption: encryption.properties.principalId
}
