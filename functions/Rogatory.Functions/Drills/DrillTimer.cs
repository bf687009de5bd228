using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Drills;

namespace Rogatory.Functions.Drills;

/// <summary>Every ten seconds: what the script of each open run says is due. Where matters are real there is none.</summary>
public sealed class DrillTimer(DrillEngine drills)
{
    [Function("Drills")]
    public Task RunAsync([TimerTrigger("*/10 * * * * *")] TimerInfo timer, CancellationToken stop) => drills.RunAsync(stop);
}
