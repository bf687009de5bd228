using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.TestKit.Contracts;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.InMemory;

public sealed class InMemoryCaseQueueTests : CaseQueueContract
{
    private readonly InMemoryCaseQueue queue = new();

    protected override ICaseQueue Queue => queue;

    protected override Task<IReadOnlyList<(CaseId Case, long LedgerLength)>> TakeAllAsync()
    {
        List<(CaseId, long)> taken = [];
        while (queue.Take() is { } wakeUp)
            taken.Add(wakeUp);
        return Task.FromResult<IReadOnlyList<(CaseId, long)>>(taken);
    }
}
