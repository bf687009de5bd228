using Rogatory.Envelope;

namespace Rogatory.TestKit.Faults;

public sealed class FaultingKeyWrap(IKeyWrap inner, FaultPlan plan) : IKeyWrap
{
    private const string Store = "kek";

    public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) =>
        new(plan.CallAsync(Store, () => inner.WrapAsync(key, cancellationToken).AsTask()));

    public ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken) =>
        new(plan.CallAsync(Store, () => inner.UnwrapAsync(keyId, wrappedKey, cancellationToken).AsTask()));
}
