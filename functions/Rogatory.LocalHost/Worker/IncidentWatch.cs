using Rogatory.Core.Incidents;

namespace Rogatory.LocalHost.Worker;

/// <summary>Looks at the incidents, and tells whoever reads the log of clocks.</summary>
internal sealed partial class IncidentWatch(WatchIncidents watch, ILogger<IncidentWatch> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (WatchedClock one in await watch.RunAsync(cancellationToken))
            LogClock(one.Clock, one.Incident, one.IsMissed ? "ran out" : "runs out soon");
    }

    [LoggerMessage(1, LogLevel.Warning, "Incident clock {Clock} of {Incident} {What}")]
    private partial void LogClock(string clock, IncidentId incident, string what);
}
