using Microsoft.Azure.Functions.Worker;
using Rogatory.Core.Receipt;

namespace Rogatory.Functions.Receipt;

/// <summary>Every hour, at ten past: a checkpoint over every ledger.</summary>
public sealed class CheckpointTimer(MakeCheckpoint checkpoint)
{
    [Function("Checkpoint")]
    public Task RunAsync([TimerTrigger("0 10 * * * *")] TimerInfo timer, CancellationToken stop) => checkpoint.RunAsync(stop);
}
