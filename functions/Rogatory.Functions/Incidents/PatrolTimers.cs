using Microsoft.Azure.Functions.Worker;
using Rogatory.Core.Incidents;

namespace Rogatory.Functions.Incidents;

/// <summary>A sample every hour, at forty past; each night the share of its day, so that everything is seen once a month.</summary>
public sealed class PatrolTimers(Patrol patrol)
{
    [Function("PatrolSample")]
    public Task SampleAsync([TimerTrigger("0 40 * * * *")] TimerInfo timer, CancellationToken stop) => patrol.RunAsync(PatrolScope.Sample, stop);

    [Function("PatrolShare")]
    public Task ShareAsync([TimerTrigger("0 0 1 * * *")] TimerInfo timer, CancellationToken stop) => patrol.RunAsync(PatrolScope.Share, stop);
}
