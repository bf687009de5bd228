namespace Rogatory.Envelope;

/// <summary>A sealed item whose key is at hand. Not for concurrent use.</summary>
public sealed class OpenedItem : IDisposable
{
    private OpenedItem(ItemDescription description) => Description = description;

    /// <summary>What the key envelope says of the plaintext.</summary>
    public ItemDescription Description { get; }

    /// <summary>
    /// Unwraps the key, and checks the envelope, the commitment and the sizes. Reads nothing of the body. The key wrap's own exceptions
    /// pass through, but for <see cref="System.Security.Cryptography.CryptographicException"/>, which is <see cref="OpenFailure.Key"/>.
    /// </summary>
    /// <exception cref="OpenException">The envelope, header or length is not the one expected; see <see cref="OpenFailure"/>.</exception>
    public static Task<OpenedItem> OpenAsync(
        ContentGrant grant,
        ReadOnlyMemory<byte> keyEnvelope,
        SealedReference recorded,
        ISealedSource body,
        IKeyWrap keyWrap,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>
    /// Writes the whole plaintext. No byte of a segment is written before its tag verified, and the last segment not before the digest
    /// of the whole is the one described.
    /// </summary>
    /// <exception cref="OpenException">The stored body is not the one sealed; what was written until then is a true beginning.</exception>
    public Task CopyToAsync(Stream destination, CancellationToken cancellationToken) => throw new NotSupportedException(Description.Name);

    /// <summary>
    /// Writes <paramref name="count"/> bytes of the plaintext from <paramref name="offset"/>, reading only the pieces that hold them. No
    /// byte of a segment is written before its tag verified.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the plaintext.</exception>
    /// <exception cref="OpenException">A piece that was read is not the one sealed; what was written until then is true.</exception>
    public Task CopyRangeAsync(Stream destination, long offset, long count, CancellationToken cancellationToken) =>
        throw new NotSupportedException(Description.Name);

    /// <summary>Zeroes the key.</summary>
    public void Dispose()
    {
    }
}
