// What somebody must look at. docs/operations.md says what to do at each.

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('What makes names unique.')
param token string

@description('Resource id of those who are told.')
param actionGroupId string

@description('Resource id of the workspace that the logs are in.')
param workspaceId string

@description('Name of the key vault.')
param keyVaultName string

@description('Name of the Service Bus namespace.')
param serviceBusName string

@description('Names of the storage accounts by what they hold.')
param accounts object

@description('Accounts that partners collect from: region and name.')
param outbound array

@description('Unwraps of data keys in an hour above which somebody asks who reads so much.')
@minValue(1)
param unwrapsAnHour int = 500

@description('Bodies collected in an hour above which somebody asks who takes so much.')
@minValue(1)
param collectedAnHour int = 200

var keyVaultId = resourceId('Microsoft.KeyVault/vaults', keyVaultName)
var serviceBusId = resourceId('Microsoft.ServiceBus/namespaces', serviceBusName)

var metricRules = [
  {
    name: 'dead-letters'
    description: 'A message was given up: an incident is open for it.'
    severity: 1
    resourceId: serviceBusId
    metric: 'DeadletteredMessages'
    aggregation: 'Maximum'
    threshold: 0
    dimensions: []
  }
  {
    name: 'service-bus-throttled'
    description: 'Service Bus turns calls away.'
    severity: 2
    resourceId: serviceBusId
    metric: 'ThrottledRequests'
    aggregation: 'Total'
    threshold: 0
    dimensions: []
  }
  {
    name: 'key-vault-throttled'
    description: 'Key Vault turns calls away: opening items and issuing receipts waits.'
    severity: 2
    resourceId: keyVaultId
    metric: 'ServiceApiResult'
    aggregation: 'Count'
    threshold: 0
    dimensions: [
      {
        name: 'StatusCode'
        operator: 'Include'
        values: [
          '429'
        ]
      }
    ]
  }
]

var busyAccounts = concat(
  map(['vault', 'ledger', 'keys'], one => { label: one, name: accounts[one] }),
  map(outbound, one => { label: 'outbound-${one.region}', name: one.name })
)

var storageRules = [for account in busyAccounts: {
  name: '${account.label}-throttled'
  description: 'The account ${account.label} turns calls away.'
  severity: 2
  resourceId: resourceId('Microsoft.Storage/storageAccounts', account.name)
  metric: 'Transactions'
  aggregation: 'Total'
  threshold: 10
  dimensions: [
    {
      name: 'ResponseType'
      operator: 'Include'
      values: [
        'ServerBusyError'
        'ClientThrottlingError'
      ]
    }
  ]
}]

var outboundNames = join(map(outbound, one => one.name), '", "')

var logRules = [
  {
    name: 'incident-opened'
    description: 'An incident was opened, or closed: the register of incidents says which.'
    severity: 1
    // Seen from storage, so that a program that logs nothing can't hide it.
    query: 'StorageBlobLogs | where AccountName == "${accounts.ledger}" and OperationName == "AppendBlock" and StatusCode startswith "2" and Uri contains "/ledger/incidents"'
    threshold: 0
  }
  {
    name: 'incident-clock'
    description: 'A clock of an incident runs out soon, or ran out before a notice was sent.'
    severity: 1
    query: 'AppTraces | where Message startswith "Incident clock"'
    threshold: 0
  }
  {
    name: 'watch-failed'
    description: 'A patrol, checkpoint or sweep ended in failure: nobody is looking.'
    severity: 1
    query: 'AppRequests | where Success == false and Name matches regex @"\\b(PatrolSample|PatrolShare|PatrolCopies|Checkpoint|Sweep|RotationAdvance|IncidentWatch|SignalLook)$"'
    threshold: 0
  }
  {
    name: 'deadline-overdue'
    description: 'A deadline of the law has passed.'
    severity: 1
    query: 'AppTraces | where Message startswith "Deadline overdue"'
    threshold: 0
  }
  {
    name: 'receipt-overdue'
    description: 'A partner has not said that it received what was disclosed to it, or that it did what a notice of a correction asks.'
    severity: 2
    query: 'AppTraces | where Message startswith "Receipt overdue"'
    threshold: 0
  }
  {
    name: 'unusual-collection'
    description: 'More bodies were collected in an hour than the work explains.'
    severity: 1
    // The program reads as itself; whoever holds a link, by the link. A body counts once, in however many ranges it is read.
    query: 'StorageBlobLogs | where AccountName in ("${outboundNames}") and OperationName == "GetBlob" and AuthenticationType != "OAuth" and StatusCode startswith "2" | distinct ObjectKey'
    threshold: collectedAnHour
  }
  {
    name: 'unusual-unwraps'
    description: 'More data keys were unwrapped in an hour than the work explains.'
    severity: 1
    // The logs of a key vault are in the one table or in the other. Storage unwraps with a key of its own, which doesn't count.
    query: 'union isfuzzy=true AZKVAuditLogs, AzureDiagnostics | where OperationName == "KeyUnwrap" and tostring(pack_all()) contains "/keys/kek/"'
    threshold: unwrapsAnHour
  }
]

resource metricAlerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [for rule in concat(metricRules, storageRules): {
  name: '${rule.name}-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: rule.description
    severity: rule.severity
    enabled: true
    scopes: [
      rule.resourceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: rule.name
          metricName: rule.metric
          operator: 'GreaterThan'
          threshold: rule.threshold
          timeAggregation: rule.aggregation
          dimensions: rule.dimensions
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}]

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in logRules: {
  name: '${rule.name}-${token}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: rule.name
    description: rule.description
    severity: rule.severity
    enabled: true
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    // A table is there only once something was logged to it.
    skipQueryValidation: true
    autoMitigate: false
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: rule.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        actionGroupId
      ]
    }
  }
}]
