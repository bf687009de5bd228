using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Rogatory.Core.Incidents;

namespace Rogatory.Functions.Incidents;

/// <summary>Every five minutes: what incidents affect, reminders, and clocks that ran out. A run that was missed while nothing ran is made up for at the next start.</summary>
public sealed class IncidentTimer(WatchIncidents watch, ILogger<IncidentTimer> log)
{
    [Function("IncidentWatch")]
    public async Task RunAsync([TimerTrigger("15 */5 * * * *")] TimerInfo timer, CancellationToken stop)
    {
        // The alert incident-clock looks for the first two words.
        foreach (WatchedClock one in await watch.RunAsync(stop))
            log.LogWarning("Incident clock {Clock} of {Incident} {What}", one.Clock, one.Incident, one.IsMissed ? "ran out" : "runs out soon");
    }
}
