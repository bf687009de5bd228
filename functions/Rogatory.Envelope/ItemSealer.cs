namespace Rogatory.Envelope;

/// <summary>
/// Seals one plaintext under one fresh main key and header. Whatever starts again takes another sealer: a salt is never used for two
/// plaintexts.
/// </summary>
public sealed class ItemSealer : IDisposable
{
    private static readonly ItemDescription Unfinished = new("unfinished", "application/octet-stream", 0, new byte[32]);

    private readonly string _case;
    private readonly string _item;
    private readonly ContentKey _key;
    private readonly BodyKey _bodyKey;
    private int _started;
    private SealedContent? _sealed;

    /// <summary>Makes the key and the header for an item of a case.</summary>
    /// <exception cref="ArgumentException">An id is not 1 to 100 letters, digits, hyphens and dots of ASCII.</exception>
    public ItemSealer(string @case, string item)
        : this(AssociatedData.CheckedId(@case), AssociatedData.CheckedId(item), ContentKey.Generate(), SealedHeader.Generate(), SegmentLayout.Standard)
    {
    }

    /// <summary>With a key, header and layout given, for tests. Takes the key over.</summary>
    internal ItemSealer(string @case, string item, ContentKey key, byte[] header, SegmentLayout layout)
    {
        _case = @case;
        _item = item;
        _key = key;
        _bodyKey = new BodyKey(key, header, AssociatedData.Bytes(@case, item), layout);
        Commitment = key.Commit(header);
    }

    /// <summary>
    /// Goes on with a key and header that another sealer made. Two plaintexts under them would lay both open: whoever goes on must have
    /// kept a digest of every piece of the body that ever left, and let nothing leave before the pieces made again have proven to be
    /// those; where one differs, the source changed, and everything starts afresh with a new sealer.
    /// </summary>
    /// <param name="case">The case.</param>
    /// <param name="item">The item.</param>
    /// <param name="header">The other sealer's <see cref="Header"/>.</param>
    /// <param name="unfinished">What the other sealer's <see cref="WrapUnfinishedAsync"/> gave.</param>
    /// <param name="keyWrap">Unwraps it.</param>
    /// <param name="cancellationToken">Stops the wait for the key.</param>
    /// <exception cref="OpenException">With <see cref="OpenFailure.Key"/>: it is not for this item, or does not unwrap.</exception>
    public static async Task<ItemSealer> ResumeAsync(
        string @case, string item, ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> unfinished, IKeyWrap keyWrap, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keyWrap);
        ArgumentOutOfRangeException.ThrowIfNotEqual(header.Length, SealedBody.HeaderSize, nameof(header));
        var envelope = KeyEnvelope.Parse(unfinished);
        StrictJson.Require(envelope.Case == @case && envelope.Item == item && header.Span[0] == SealedHeader.Marker);
        using var content = await envelope.UnwrapAsync(keyWrap, cancellationToken);
        StrictJson.Require(content.Description == Unfinished && content.BlockSecret is null);
        return new ItemSealer(@case, item, ContentKey.Copy(content.Key.Bytes), header.ToArray(), SegmentLayout.Standard);
    }

    /// <summary>The first 40 bytes of the body: 0x28, salt 32, nonce prefix 7.</summary>
    public ReadOnlyMemory<byte> Header => _bodyKey.Header;

    /// <summary>SHA-256 of <c>rogatory/v1/commit</c>, main key and header: 32 bytes.</summary>
    public byte[] Commitment { get; }

    /// <summary>
    /// Reads the plaintext to its end and writes the sealed body in order, in writes of up to 1 MiB. Reading, hashing, encrypting and
    /// writing overlap; memory does not grow with the length. Neither stream is flushed or disposed of.
    /// </summary>
    /// <exception cref="InvalidOperationException">It was called before, whatever came of that; or the plaintext has more segments than
    /// the format can number.</exception>
    public Task<SealedContent> SealAsync(Stream plaintext, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plaintext);
        return SealAsync(PlaintextSource.From(plaintext), destination, cancellationToken);
    }

    /// <summary>As for a stream, from memory, which is read where it lies and must not change meanwhile.</summary>
    /// <exception cref="InvalidOperationException">As for a stream.</exception>
    public Task<SealedContent> SealAsync(ReadOnlyMemory<byte> plaintext, Stream destination, CancellationToken cancellationToken) =>
        SealAsync(PlaintextSource.From(plaintext), destination, cancellationToken);

    /// <summary>
    /// The key envelope as JSON, with the main key wrapped by <paramref name="keyWrap"/>, for whom it is sealed to. May be called again; each
    /// call makes another envelope.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing has been sealed.</exception>
    /// <exception cref="ArgumentException">The description's size or digest is not that of the plaintext that was sealed.</exception>
    public Task<byte[]> WrapKeyAsync(ItemDescription description, IKeyWrap keyWrap, CancellationToken cancellationToken)
    {
        RequireSealed(description, keyWrap);
        return KeyEnvelopeWriter.WriteAsync(_case, _item, _key, description, keyWrap, cancellationToken);
    }

    /// <summary>As <see cref="WrapKeyAsync"/>, for the sealer's own vault: with a secret for block trees, another in each.</summary>
    /// <inheritdoc cref="WrapKeyAsync" path="/exception"/>
    public Task<byte[]> WrapForVaultAsync(ItemDescription description, IKeyWrap keyWrap, CancellationToken cancellationToken)
    {
        RequireSealed(description, keyWrap);
        return KeyEnvelopeWriter.WriteForVaultAsync(_case, _item, _key, description, keyWrap, cancellationToken);
    }

    /// <summary>The main key, wrapped for the sealer's own side, so that what is cut can be gone on with. It is no item's key envelope.</summary>
    public Task<byte[]> WrapUnfinishedAsync(IKeyWrap keyWrap, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keyWrap);
        return KeyEnvelopeWriter.WriteAsync(_case, _item, _key, Unfinished, keyWrap, cancellationToken);
    }

    /// <summary>Zeroes the main key.</summary>
    public void Dispose() => _key.Dispose();

    private void RequireSealed(ItemDescription description, IKeyWrap keyWrap)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(keyWrap);
        if (_sealed is null)
            throw new InvalidOperationException("Nothing has been sealed.");
        if (description.Size != _sealed.PlaintextSize || !description.Sha256.AsSpan().SequenceEqual(_sealed.PlaintextSha256))
            throw new ArgumentException("The description is not that of what was sealed.", nameof(description));
    }

    private async Task<SealedContent> SealAsync(PlaintextSource plaintext, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (Interlocked.Exchange(ref _started, 1) != 0)
            throw new InvalidOperationException("One sealer seals one plaintext, once.");
        using var sealer = new BodySealer(_bodyKey, plaintext, destination);
        return _sealed = await sealer.SealAsync(cancellationToken);
    }
}
