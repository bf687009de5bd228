namespace Rogatory.Envelope;

/// <summary>
/// Seals one plaintext under one fresh main key and header. Whatever starts again takes another sealer: a salt is never used for two
/// plaintexts.
/// </summary>
public sealed class ItemSealer : IDisposable
{
    private readonly string _case;
    private readonly string _item;
    private readonly ContentKey _key = ContentKey.Generate();
    private readonly byte[] _header = SealedHeader.Generate();

    /// <summary>Makes the key and the header for an item of a case.</summary>
    /// <exception cref="ArgumentException">An id is not 1 to 100 letters, digits, hyphens and dots of ASCII.</exception>
    public ItemSealer(string @case, string item)
    {
        _case = AssociatedData.CheckedId(@case);
        _item = AssociatedData.CheckedId(item);
        Commitment = _key.Commit(_header);
    }

    /// <summary>The first 40 bytes of the body: 0x28, salt 32, nonce prefix 7.</summary>
    public ReadOnlyMemory<byte> Header => _header;

    /// <summary>SHA-256 of <c>rogatory/v1/commit</c>, main key and header: 32 bytes.</summary>
    public byte[] Commitment { get; }

    /// <summary>
    /// Reads the plaintext to its end and writes the sealed body in order, in writes of up to 1 MiB. Reading, hashing, encrypting and
    /// writing overlap; memory does not grow with the length. Neither stream is disposed of.
    /// </summary>
    /// <exception cref="InvalidOperationException">It was called before, whatever came of that.</exception>
    public Task<SealedContent> SealAsync(Stream plaintext, Stream destination, CancellationToken cancellationToken) =>
        throw new NotSupportedException(_case + _item);

    /// <summary>
    /// The key envelope as JSON, with the main key wrapped by <paramref name="keyWrap"/>. May be called again; each call makes another
    /// envelope.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing has been sealed.</exception>
    /// <exception cref="ArgumentException">The description's size or digest is not that of the plaintext that was sealed.</exception>
    public Task<byte[]> WrapKeyAsync(ItemDescription description, IKeyWrap keyWrap, CancellationToken cancellationToken) =>
        throw new NotSupportedException(_case + _item);

    /// <summary>Zeroes the main key.</summary>
    public void Dispose() => _key.Dispose();
}
