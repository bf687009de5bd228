// The program: a Flex Consumption plan and the app on it. Its settings are all it is told, and none of them is a secret.

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Name of the app.')
param name string

@description('True lets anyone reach the front door, as a development deployment does.')
param open bool

@description('True spreads the instances over the zones of the region.')
param zoneRedundant bool

@description('Subnet that the program calls out from.')
param subnetId string

@description('Resource id of the identity that the program runs and writes as.')
param writerId string

@description('Resource id of the identity that destroys key envelopes.')
param eraserId string

@description('Resource id of the identity that sets and lifts legal holds.')
param holderId string

@description('Resource id of the identity that makes and disables versions of the key-encryption key.')
param keyKeeperId string

@description('Client id of the writer.')
param writerClientId string

@description('Client id of the eraser.')
param eraserClientId string

@description('Client id of the identity that sets and lifts legal holds.')
param holderClientId string

@description('Client id of the key keeper.')
param keyKeeperClientId string

@description('Names of the storage accounts by what they hold.')
param accounts object

@description('Accounts that partners collect from: region and name, the preferred one first.')
param outbound array

@description('Name of the Service Bus namespace.')
param serviceBusName string

@description('Name of Application Insights.')
param applicationInsightsName string

@description('Key id of the key-encryption key, without a version.')
param keyEncryptionKeyUri string

@description('Key id of the signing key, without a version.')
param signingKeyUri string

@description('Name of the home authority.')
param authorityName string

@description('Its state, ISO 3166-1 alpha-2.')
param jurisdiction string

@description('Where material may rest: EU, EEA, SCHENGEN or states, spaces between.')
param residency string

@description('Whether the accounts of the record are copied to the paired region: none or paired.')
param replication string

@description('Whom partners ask, as manifests say it.')
param contact string

@description('real, or drill for a deployment in which everything is made up.')
@allowed(['real', 'drill'])
param space string

@description('Origin that partners sign.')
param publicOrigin string

@description('Issuer of the officers\' tokens.')
param officerIssuer string

@description('Audience of the officers\' tokens.')
param officerAudience string

@description('Officers who have the role admin without an entry in the officer register.')
param founders string

@description('JWK set of the space of drills whose results are evidence for courses; empty for none.')
param drillKeys string

@description('Mode of the policies that the program sets: Unlocked or Locked.')
param immutability string

@description('Addresses of registered partners.')
param partnerAddresses array

@description('Addresses of the home authority and its operators.')
param authorityAddresses array

var blobEndpoint = 'blob.${environment().suffixes.storage}'
var outboundEndpoints = map(outbound, one => '${one.region}=https://${one.name}.${blobEndpoint}')
var frontDoor = concat(partnerAddresses, authorityAddresses)

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, {
    'azd-service-name': 'api'
  })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${writerId}': {}
      '${eraserId}': {}
      '${holderId}': {}
      '${keyKeeperId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: 'https://${accounts.state}.${blobEndpoint}/releases'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: writerId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: 40
        // An upload holds a few blocks of 8 MiB in memory; sixteen of them leave an instance half of its memory.
        triggers: {
          http: {
            perInstanceConcurrency: 16
          }
        }
        alwaysReady: open ? [] : [
          {
            name: 'http'
            instanceCount: 1
          }
          {
            name: 'durable'
            instanceCount: 1
          }
        ]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      ipSecurityRestrictionsDefaultAction: open ? 'Allow' : 'Deny'
      ipSecurityRestrictions: [for (address, index) in frontDoor: {
        name: 'registered-${index}'
        action: 'Allow'
        priority: 100 + index
        ipAddress: contains(address, '/') ? address : contains(address, ':') ? '${address}/128' : '${address}/32'
      }]
      scmIpSecurityRestrictionsUseMain: false
      scmIpSecurityRestrictionsDefaultAction: open ? 'Allow' : 'Deny'
      scmIpSecurityRestrictions: [for (address, index) in authorityAddresses: {
        name: 'authority-${index}'
        action: 'Allow'
        priority: 100 + index
        ipAddress: contains(address, '/') ? address : contains(address, ':') ? '${address}/128' : '${address}/32'
      }]
      appSettings: [
        {
          name: 'AzureWebJobsStorage__accountName'
          value: accounts.state
        }
        {
          name: 'AzureWebJobsStorage__credential'
          value: 'managedidentity'
        }
        {
          name: 'AzureWebJobsStorage__clientId'
          value: writerClientId
        }
        {
          // The limit that GET /authority publishes; the host's own is 210 MB, and it answers beyond it with 500.
          name: 'FUNCTIONS_REQUEST_BODY_SIZE_LIMIT'
          value: '104857600'
        }
        {
          name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
          value: applicationInsights.properties.ConnectionString
        }
        {
          name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'
          value: 'ClientId=${writerClientId};Authorization=AAD'
        }
        {
          name: 'ServiceBus__fullyQualifiedNamespace'
          value: '${serviceBusName}.servicebus.windows.net'
        }
        {
          name: 'ServiceBus__credential'
          value: 'managedidentity'
        }
        {
          name: 'ServiceBus__clientId'
          value: writerClientId
        }
        {
          name: 'ROGATORY_SPACE'
          value: space
        }
        {
          name: 'ROGATORY_AUTHORITY'
          value: authorityName
        }
        {
          name: 'ROGATORY_JURISDICTION'
          value: jurisdiction
        }
        {
          name: 'ROGATORY_REGION'
          value: location
        }
        {
          name: 'ROGATORY_OUTBOUND'
          value: join(outboundEndpoints, ',')
        }
        {
          name: 'ROGATORY_RESIDENCY'
          value: toUpper(residency)
        }
        {
          name: 'ROGATORY_REPLICATION'
          value: replication
        }
        {
          name: 'ROGATORY_CONTACT'
          value: contact
        }
        {
          name: 'ROGATORY_ORIGIN'
          value: publicOrigin
        }
        {
          name: 'ROGATORY_OFFICER_ISSUER'
          value: officerIssuer
        }
        {
          name: 'ROGATORY_OFFICER_AUDIENCE'
          value: officerAudience
        }
        {
          name: 'ROGATORY_FOUNDERS'
          value: founders
        }
        {
          name: 'ROGATORY_DRILL_KEYS'
          value: drillKeys
        }
        {
          name: 'ROGATORY_VAULT_ENDPOINT'
          value: 'https://${accounts.vault}.${blobEndpoint}'
        }
        {
          name: 'ROGATORY_LEDGER_ENDPOINT'
          value: 'https://${accounts.ledger}.${blobEndpoint}'
        }
        {
          name: 'ROGATORY_KEYS_ENDPOINT'
          value: 'https://${accounts.keys}.${blobEndpoint}'
        }
        {
          name: 'ROGATORY_INBOUND_ENDPOINT'
          value: 'https://${accounts.inbound}.${blobEndpoint}'
        }
        {
          name: 'ROGATORY_STATE_ENDPOINT'
          value: 'https://${accounts.state}.${blobEndpoint}'
        }
        {
          name: 'ROGATORY_KEK'
          value: keyEncryptionKeyUri
        }
        {
          name: 'ROGATORY_SIGNING_KEY'
          value: signingKeyUri
        }
        {
          name: 'ROGATORY_WRITER_CLIENT_ID'
          value: writerClientId
        }
        {
          name: 'ROGATORY_ERASER_CLIENT_ID'
          value: eraserClientId
        }
        {
          name: 'ROGATORY_HOLDER_CLIENT_ID'
          value: holderClientId
        }
        {
          name: 'ROGATORY_KEY_KEEPER_CLIENT_ID'
          value: keyKeeperClientId
        }
        {
          name: 'ROGATORY_IMMUTABILITY'
          value: immutability
        }
      ]
    }
  }
}

// Deployments come as their operator, by token; there is no password for them. The plan has no FTP.
resource noPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

@description('Name of the app.')
output name string = app.name

@description('Address of the front door.')
output uri string = 'https://${app.properties.defaultHostName}'
