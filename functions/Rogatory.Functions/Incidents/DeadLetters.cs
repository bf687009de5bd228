using Microsoft.Azure.Functions.Worker;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;

namespace Rogatory.Functions.Incidents;

/// <summary>A wake-up that was delivered in vain too often opens an incident. Its own queue has no sessions, unlike the one it comes from.</summary>
public sealed class DeadLetters(OpenIncident incidents)
{
    [Function("CaseDeadLettered")]
    public Task CaseAsync([ServiceBusTrigger("cases/$DeadLetterQueue", Connection = "ServiceBus")] string message, CancellationToken stop) =>
        incidents.RunAsync(IncidentCause.WorkPoisoned, CaseId.TryParse(message.Split(':')[0], out CaseId @case) ? @case : null, stop);
}
