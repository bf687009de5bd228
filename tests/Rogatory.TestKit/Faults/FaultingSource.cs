using Rogatory.Envelope;

namespace Rogatory.TestKit.Faults;

/// <summary>A sealed body each read of which fails as the plan says.</summary>
internal sealed class FaultingSource(ISealedSource inner, string store, FaultPlan plan) : ISealedSource
{
    public long Length => inner.Length;

    public ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken) =>
        new(plan.CallAsync(store, () => inner.ReadAsync(offset, destination, cancellationToken).AsTask()));
}
