// One deployment of Rogatory: a resource group and everything in it. docs/operations.md says how it is used.
targetScope = 'subscription'

@description('Name of the azd environment; every resource carries it as a tag, and names are derived from it.')
@minLength(1)
@maxLength(32)
param environmentName string

@description('Azure region of everything here. The preprovision hook stops where the residency limits forbid it.')
param location string

@description('True opens a development deployment: public endpoints, Service Bus standard, no locks on resources. Never for real material.')
param development bool

@description('Replication of the accounts that hold the record. With a G it leaves the region for its pair, which the preprovision hook checks too.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string

@description('Where material may rest: EU, EEA, SCHENGEN or states, spaces between. Checked by the preprovision hook, and by the program at each disclosure.')
param residency string

@description('Regions that partners collect from, comma separated, the preferred one first; empty for the deployment\'s own.')
param outboundRegions string = ''

@description('Name of the home authority, as partners see it.')
param authorityName string

@description('State of the home authority, ISO 3166-1 alpha-2.')
@minLength(2)
@maxLength(2)
param jurisdiction string

@description('Whom partners ask, as manifests say it.')
param contact string

@description('real, or drill for a deployment in which everything is made up: with an environment of its own it has accounts, keys and an address of its own.')
@allowed(['real', 'drill'])
param space string = 'real'

@description('Public origin that partners sign, such as https://mla.example.org; empty for the host name that Azure gives.')
param publicOrigin string = ''

@description('Issuer of the officers\' tokens (OpenID Connect).')
param officerIssuer string

@description('Audience of the officers\' tokens.')
param officerAudience string

@description('Officers who have the role admin without an entry in the officer register, comma separated: at least two, by their ids in the tokens.')
param founders string

@description('JWK set of the space of drills whose results are evidence for courses; empty for none.')
param drillKeys string = ''

@description('Addresses of registered partners, comma separated, in CIDR form or single. Only they reach the front door, sealed uploads and what there is to collect.')
param partnerAddresses string = ''

@description('Addresses of the home authority\'s own offices and operators, comma separated. They reach the front door and the deployment endpoint.')
param authorityAddresses string = ''

@description('Private addresses, comma separated, that reach the private endpoints beside the program, by a peering or a gateway: operators and partners that send by message.')
param insideAddresses string = ''

@description('Partners whose systems send by message, comma separated, each as ID=PRINCIPAL: its id in the register and the object id of its system in our directory.')
param messagingPartners string = ''

@description('Mode of the policies that the program sets on sealed bodies. Locked is for good: nobody shortens or removes such a policy.')
@allowed(['Unlocked', 'Locked'])
param immutability string

@description('True when the policies of the containers are locked already; then this deployment leaves them alone. Set by the preprovision hook.')
param containerPoliciesLocked bool

@description('True when the policy of the archive of logs is locked already. Set by the preprovision hook.')
param archiveLocked bool

@description('Days for which ledgers, statements and the archive of logs can\'t be changed, counted from their creation.')
@minValue(1)
@maxValue(146000)
param recordRetentionDays int = 3650

@description('Where alerts and notices about the budget go.')
param alertEmail string

@description('Budget of a month in the currency of the subscription.')
@minValue(1)
param monthlyBudget int = 1500

@description('First day of the month the budget starts in; it can\'t change later, so the preprovision hook sets it once.')
param budgetStart string

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
}
var functionAppName = 'func-rogatory-${token}'
var accounts = {
  vault: 'stvault${token}'
  ledger: 'stledger${token}'
  keys: 'stkeys${token}'
  inbound: 'stinbound${token}'
  state: 'ststate${token}'
  archive: 'starchive${token}'
}
// A region's name can be longer than an account's, so it stands in the name as a digest.
var outbound = [for region in split(toLower(replace(empty(outboundRegions) ? location : outboundRegions, ' ', '')), ','): {
  region: region
  name: 'stout${uniqueString(token, region)}'
  containers: space == 'drill' ? ['outbound', 'outbound-1'] : ['outbound']
}]
var partners = empty(partnerAddresses) ? [] : split(replace(partnerAddresses, ' ', ''), ',')
var offices = empty(authorityAddresses) ? [] : split(replace(authorityAddresses, ' ', ''), ',')
var inside = empty(insideAddresses) ? [] : split(replace(insideAddresses, ' ', ''), ',')
var senders = [for entry in empty(messagingPartners) ? [] : split(replace(messagingPartners, ' ', ''), ','): {
  id: split(entry, '=')[0]
  principal: split(entry, '=')[1]
}]

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-rogatory-${environmentName}'
  location: location
  tags: tags
}

module identities 'app/identities.bicep' = {
  name: 'identities'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
  }
}

module network 'app/network.bicep' = {
  name: 'network'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    insideAddresses: inside
  }
}

module monitoring 'app/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    alertEmail: alertEmail
  }
}

module keyVault 'app/keyVault.bicep' = {
  name: 'keyVault'
  scope: group
  params: {
    location: location
    tags: tags
    name: 'kv-${token}'
    open: development
  }
}

module roles 'app/roles.bicep' = {
  name: 'roles-${token}'
  params: {
    resourceGroupId: group.id
    token: token
  }
}

// Applied twice: the accounts are made once the identity that encrypts them may use its key, and the other roles once there are accounts.
module encryptionRole 'app/rbac.bicep' = {
  name: 'rbac-encryption'
  scope: group
  params: {
    accountsExist: false
    accounts: accounts
    outbound: outbound
    identities: identities.outputs.principals
    roles: roles.outputs.ids
    keyVaultName: keyVault.outputs.name
    serviceBusName: serviceBus.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    messagingPartners: senders
  }
}

module storage 'app/storage.bicep' = {
  name: 'storage'
  scope: group
  dependsOn: [
    encryptionRole
  ]
  params: {
    location: location
    tags: tags
    accounts: accounts
    outbound: outbound
    sku: storageSku
    open: development
    partnerAddresses: partners
    encryptionIdentityId: identities.outputs.encryptionId
    keyVaultUri: keyVault.outputs.uri
    encryptionKeyName: keyVault.outputs.encryptionKeyName
    recordRetentionDays: recordRetentionDays
    archiveLocked: archiveLocked
  }
}

module immutabilityPolicies 'app/immutability.bicep' = if (!containerPoliciesLocked) {
  name: 'immutability'
  scope: group
  dependsOn: [
    storage
  ]
  params: {
    ledgerAccountName: accounts.ledger
    recordRetentionDays: recordRetentionDays
  }
}

module serviceBus 'app/serviceBus.bicep' = {
  name: 'serviceBus'
  scope: group
  params: {
    location: location
    tags: tags
    name: 'sb-rogatory-${token}'
    open: development
    messagingPartners: senders
  }
}

module rbac 'app/rbac.bicep' = {
  name: 'rbac'
  scope: group
  dependsOn: [
    storage
  ]
  params: {
    accountsExist: true
    accounts: accounts
    outbound: outbound
    identities: identities.outputs.principals
    roles: roles.outputs.ids
    keyVaultName: keyVault.outputs.name
    serviceBusName: serviceBus.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    messagingPartners: senders
  }
}

module endpoints 'app/endpoints.bicep' = if (!development) {
  name: 'endpoints'
  scope: group
  dependsOn: [
    storage
  ]
  params: {
    location: location
    tags: tags
    subnetId: network.outputs.endpointSubnetId
    zoneIds: network.outputs.zoneIds
    accounts: accounts
    outbound: outbound
    keyVaultName: keyVault.outputs.name
    serviceBusName: serviceBus.outputs.name
  }
}

module functionApp 'app/functionApp.bicep' = {
  name: 'functionApp'
  scope: group
  dependsOn: [
    rbac
    endpoints
  ]
  params: {
    location: location
    tags: tags
    name: functionAppName
    open: development
    zoneRedundant: contains(storageSku, 'ZRS')
    subnetId: network.outputs.appSubnetId
    writerId: identities.outputs.writerId
    eraserId: identities.outputs.eraserId
    holderId: identities.outputs.holderId
    writerClientId: identities.outputs.writerClientId
    eraserClientId: identities.outputs.eraserClientId
    holderClientId: identities.outputs.holderClientId
    keyKeeperId: identities.outputs.keyKeeperId
    keyKeeperClientId: identities.outputs.keyKeeperClientId
    accounts: accounts
    outbound: outbound
    serviceBusName: serviceBus.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    keyEncryptionKeyUri: keyVault.outputs.keyEncryptionKeyUri
    signingKeyUri: keyVault.outputs.signingKeyUri
    authorityName: authorityName
    jurisdiction: jurisdiction
    residency: residency
    replication: startsWith(storageSku, 'Standard_G') ? 'paired' : 'none'
    contact: contact
    space: space
    publicOrigin: empty(publicOrigin) ? 'https://${functionAppName}.azurewebsites.net' : publicOrigin
    officerIssuer: officerIssuer
    officerAudience: officerAudience
    founders: founders
    drillKeys: drillKeys
    immutability: immutability
    partnerAddresses: partners
    authorityAddresses: offices
  }
}

module diagnostics 'app/diagnostics.bicep' = {
  name: 'diagnostics'
  scope: group
  dependsOn: [
    storage
  ]
  params: {
    location: location
    accounts: accounts
    outbound: outbound
    keyVaultName: keyVault.outputs.name
    serviceBusName: serviceBus.outputs.name
    functionAppName: functionApp.outputs.name
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'app/alerts.bicep' = {
  name: 'alerts'
  scope: group
  dependsOn: [
    diagnostics
  ]
  params: {
    location: location
    tags: tags
    token: token
    actionGroupId: monitoring.outputs.actionGroupId
    workspaceId: monitoring.outputs.workspaceId
    keyVaultName: keyVault.outputs.name
    serviceBusName: serviceBus.outputs.name
    accounts: accounts
    outbound: outbound
  }
}

module budget 'app/budget.bicep' = {
  name: 'budget'
  scope: group
  params: {
    amount: monthlyBudget
    startDate: budgetStart
    alertEmail: alertEmail
  }
}

module locks 'app/locks.bicep' = if (!development) {
  name: 'locks'
  scope: group
  dependsOn: [
    rbac
    diagnostics
  ]
  params: {
    accounts: accounts
    keyVaultName: keyVault.outputs.name
    serviceBusName: serviceBus.outputs.name
  }
}

@description('Region, for azd.')
output AZURE_LOCATION string = location

@description('Resource group, for the hooks.')
output ROGATORY_RESOURCE_GROUP string = group.name

@description('Function app, for azd and the hooks.')
output SERVICE_API_NAME string = functionApp.outputs.name

@description('Origin of the deployed front door, for the smoke test.')
output ROGATORY_URL string = functionApp.outputs.uri

@description('Account with the containers ledger and statements, for the hook that locks them.')
output ROGATORY_LEDGER_ACCOUNT string = accounts.ledger

@description('Account with the container vault, for the smoke test.')
output ROGATORY_VAULT_ACCOUNT string = accounts.vault

@description('Account of the archived logs, for the hook that locks it.')
output ROGATORY_ARCHIVE_ACCOUNT string = accounts.archive
