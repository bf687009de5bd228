using Microsoft.Azure.Functions.Worker;
using Rogatory.Core.Retention;

namespace Rogatory.Functions.Retention;

/// <summary>Every minute: goes on with a rotation of the key-encryption key, if there is one.</summary>
public sealed class RotationTimer(AdvanceRotation rotation)
{
    [Function("RotationAdvance")]
    public Task RunAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken stop) => rotation.RunAsync(stop);
}
