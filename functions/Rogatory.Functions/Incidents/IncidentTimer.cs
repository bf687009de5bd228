using Microsoft.Azure.Functions.Worker;
using Rogatory.Core.Incidents;

namespace Rogatory.Functions.Incidents;

/// <summary>Every five minutes: what incidents affect, reminders, and clocks that ran out. A run that was missed while nothing ran is made up for at the next start.</summary>
public sealed class IncidentTimer(WatchIncidents watch)
{
    [Function("IncidentWatch")]
    public Task RunAsync([TimerTrigger("15 */5 * * * *")] TimerInfo timer, CancellationToken stop) => watch.RunAsync(stop);
}
