using System.Collections.Concurrent;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;

namespace Rogatory.TestKit.InMemory;

public sealed class InMemoryCaseQueue : ICaseQueue
{
    private readonly ConcurrentQueue<(CaseId Case, long LedgerLength)> wakeUps = new();

    public Task WakeAsync(CaseId @case, long ledgerLength, CancellationToken cancellationToken)
    {
        wakeUps.Enqueue((@case, ledgerLength));
        return Task.CompletedTask;
    }

    /// <summary>Takes the oldest wake-up for good; null when there is none.</summary>
    public (CaseId Case, long LedgerLength)? Take() => wakeUps.TryDequeue(out var wakeUp) ? wakeUp : null;
}
