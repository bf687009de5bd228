using Rogatory.Ledger;

namespace Rogatory.TestKit.Faults;

public sealed class FaultingLedgerStore(ILedgerStore inner, FaultPlan plan) : ILedgerStore
{
    private const string Store = "ledger";

    public Task<byte[]> ReadAsync(string name, long offset, CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.ReadAsync(name, offset, cancellationToken));

    public Task<bool> TryAppendAsync(string name, long expectedLength, ReadOnlyMemory<byte> lines, CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.TryAppendAsync(name, expectedLength, lines, cancellationToken));

    public IAsyncEnumerable<LedgerExtent> ListAsync(CancellationToken cancellationToken) =>
        plan.ListAsync(Store, inner.ListAsync(cancellationToken));
}
