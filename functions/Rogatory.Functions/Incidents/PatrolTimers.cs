using Microsoft.Azure.Functions.Worker;
using Rogatory.Core.Incidents;

namespace Rogatory.Functions.Incidents;

/// <summary>A sample every hour, at forty past; everything on the first night of a month.</summary>
public sealed class PatrolTimers(Patrol patrol)
{
    [Function("PatrolSample")]
    public Task SampleAsync([TimerTrigger("0 40 * * * *")] TimerInfo timer, CancellationToken stop) => patrol.RunAsync(PatrolScope.Sample, stop);

    [Function("PatrolEverything")]
    public Task EverythingAsync([TimerTrigger("0 0 1 1 * *")] TimerInfo timer, CancellationToken stop) =>
        patrol.RunAsync(PatrolScope.Everything, stop);
}
