using Rogatory.Envelope;

namespace Rogatory.Bench;

/// <summary>A key wrap that counts what is unwrapped.</summary>
internal sealed class CountedKeyWrap(IKeyWrap inner) : IKeyWrap
{
    private int _unwraps;

    public int Unwraps => Volatile.Read(ref _unwraps);

    public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) => inner.WrapAsync(key, cancellationToken);

    public ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _unwraps);
        return inner.UnwrapAsync(keyId, wrappedKey, cancellationToken);
    }
}
