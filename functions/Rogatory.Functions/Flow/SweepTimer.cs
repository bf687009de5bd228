using Microsoft.Azure.Functions.Worker;
using Rogatory.Core.Flow;

namespace Rogatory.Functions.Flow;

/// <summary>Every five minutes: lost wake-ups, deadlines that came, and projections that lag behind their ledgers.</summary>
public sealed class SweepTimer(Sweep sweep)
{
    [Function("Sweep")]
    public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken stop) => sweep.RunAsync(stop);
}
