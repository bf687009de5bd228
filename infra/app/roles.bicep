// Roles of our own, where a built-in one gives too much. What each may do is named here, what it may do it to in rbac.bicep.
targetScope = 'subscription'

@description('The resource group in which alone these roles can be assigned.')
param resourceGroupId string

@description('What makes names unique; role names must be so in the whole tenant.')
param token string

var blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs'
var readContainer = 'Microsoft.Storage/storageAccounts/blobServices/containers/read'

var definitions = {
  // Stages and commits bodies with their policy. The same data action sets policies and holds; Azure has none that sets only one of
  // the two. No delete, no deletion of versions, no permanent delete.
  vaultWriter: {
    description: 'Writes sealed bodies with their immutability policy, and reads them; deletes nothing.'
    actions: [
      readContainer
    ]
    dataActions: [
      '${blobs}/read'
      '${blobs}/write'
      '${blobs}/immutableStorage/runAsSuperUser/action'
    ]
  }
  // add makes a blob that is not there and appends to one that is; without write nothing is ever replaced.
  recordKeeper: {
    description: 'Creates blobs, appends to them and reads them; replaces and deletes nothing.'
    actions: [
      readContainer
    ]
    dataActions: [
      '${blobs}/read'
      '${blobs}/add/action'
    ]
  }
  holdSetter: {
    description: 'Sets and lifts legal holds and extends policies; reads and writes no content.'
    actions: [
      readContainer
    ]
    dataActions: [
      '${blobs}/immutableStorage/runAsSuperUser/action'
    ]
  }
  eraser: {
    description: 'Lists and deletes key envelopes; makes none.'
    actions: [
      readContainer
    ]
    dataActions: [
      '${blobs}/read'
      '${blobs}/delete'
    ]
  }
  projector: {
    description: 'Replaces projections together with their index tags; deletes none.'
    actions: [
      readContainer
    ]
    dataActions: [
      '${blobs}/read'
      '${blobs}/write'
      '${blobs}/tags/read'
      '${blobs}/tags/write'
      '${blobs}/filter/action'
    ]
  }
  receiver: {
    description: 'Grants sealed uploads for a short time, reads what came, and clears it away; what it may not do, no grant of its may.'
    actions: [
      readContainer
    ]
    dataActions: [
      '${blobs}/read'
      '${blobs}/write'
      '${blobs}/delete'
    ]
  }
  courier: {
    description: 'Has copies made for partners, reads and removes them.'
    actions: [
      readContainer
    ]
    dataActions: [
      '${blobs}/read'
      '${blobs}/write'
      '${blobs}/delete'
    ]
  }
  unwrapper: {
    description: 'Unwraps data keys and reads the public half; wraps nothing, as that is done locally.'
    actions: []
    dataActions: [
      'Microsoft.KeyVault/vaults/keys/read'
      'Microsoft.KeyVault/vaults/keys/unwrap/action'
    ]
  }
  // rotate makes a version with the parameters that the key has; create could make one with others. update is what disables a version,
  // and enables it again; it reaches expiry dates, tags and key operations too, as Azure has no action for less.
  keyKeeper: {
    description: 'Makes versions of the key-encryption key and disables them; wraps and unwraps nothing.'
    actions: []
    dataActions: [
      'Microsoft.KeyVault/vaults/keys/read'
      'Microsoft.KeyVault/vaults/keys/rotate/action'
      'Microsoft.KeyVault/vaults/keys/update/action'
    ]
  }
  signer: {
    description: 'Signs statements and reads the public half.'
    actions: []
    dataActions: [
      'Microsoft.KeyVault/vaults/keys/read'
      'Microsoft.KeyVault/vaults/keys/sign/action'
    ]
  }
}

resource roleDefinitions 'Microsoft.Authorization/roleDefinitions@2022-04-01' = [for role in items(definitions): {
  name: guid(resourceGroupId, role.key)
  properties: {
    roleName: 'Rogatory ${role.key} ${token}'
    description: role.value.description
    type: 'CustomRole'
    permissions: [
      {
        actions: role.value.actions
        notActions: []
        dataActions: role.value.dataActions
        notDataActions: []
      }
    ]
    assignableScopes: [
      resourceGroupId
    ]
  }
}]

@description('Ids of the roles, by name.')
output ids object = {
  vaultWriter: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', guid(resourceGroupId, 'vaultWriter'))
  recordKeeper: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', guid(resourceGroupId, 'recordKeeper'))
  holdSetter: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', guid(resourceGroupId, 'holdSetter'))
  eraser: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', guid(resourceGroupId, 'eraser'))
  projector: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', guid(resourceGroupId, 'projector'))
  receiver: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', guid(resourceGroupId, 'receiver'))
  courier: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', guid(resourceGroupId, 'courier'))
  unwrapper: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', guid(resourceGroupId, 'unwrapper'))
  keyKeeper: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', guid(resourceGroupId, 'keyKeeper'))
  signer: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', guid(resourceGroupId, 'signer'))
}
