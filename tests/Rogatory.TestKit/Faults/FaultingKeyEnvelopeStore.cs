using Rogatory.Core.Case;
using Rogatory.Core.Sealing;

namespace Rogatory.TestKit.Faults;

public sealed class FaultingKeyEnvelopeStore(IKeyEnvelopeStore inner, FaultPlan plan) : IKeyEnvelopeStore
{
    private const string Store = "keys";

    public Task<bool> TryCreateAsync(SealedPath path, int rotation, ReadOnlyMemory<byte> envelope, CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.TryCreateAsync(path, rotation, envelope, cancellationToken));

    public Task<byte[]?> ReadAsync(SealedPath path, int rotation, CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.ReadAsync(path, rotation, cancellationToken));

    public IAsyncEnumerable<KeyEnvelopeFound> ListAsync(CaseId? @case, CancellationToken cancellationToken) =>
        plan.ListAsync(Store, inner.ListAsync(@case, cancellationToken));
}
