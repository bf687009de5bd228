using Microsoft.Azure.Functions.Worker;
using Rogatory.Core.Incidents;

namespace Rogatory.Functions.Incidents;

/// <summary>
/// A sample every hour, at forty past. Every ten minutes what is left of the share of the day, so that everything is seen once a month, and
/// what partners can collect; each run is over before the next begins.
/// </summary>
public sealed class PatrolTimers(Patrol patrol, CopyPatrol copies)
{
    [Function("PatrolSample")]
    public Task SampleAsync([TimerTrigger("0 40 * * * *")] TimerInfo timer, CancellationToken stop) =>
        patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfTimer, stop);

    [Function("PatrolShare")]
    public Task ShareAsync([TimerTrigger("0 5/10 * * * *")] TimerInfo timer, CancellationToken stop) =>
        patrol.RunAsync(PatrolScope.Share, PatrolBounds.OfTimer, stop);

    [Function("PatrolCopies")]
    public Task CopiesAsync([TimerTrigger("30 */10 * * * *")] TimerInfo timer, CancellationToken stop) => copies.RunAsync(PatrolBounds.OfTimer, stop);
}
