using Rogatory.Core.Receipt;

namespace Rogatory.TestKit.Faults;

public sealed class FaultingStatementStore(IStatementStore inner, FaultPlan plan) : IStatementStore
{
    private const string Store = "statements";

    public Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> statement, CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.TryCreateAsync(name, statement, cancellationToken));

    public Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.ReadAsync(name, cancellationToken));
}
