using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>A sealed item whose key is at hand.</summary>
public sealed class OpenedItem : IDisposable
{
    private readonly ContentGrant _grant;
    private readonly KeyEnvelopeContent _content;
    private readonly BodyKey _bodyKey;
    private readonly ISealedSource _body;
    private readonly IKeyWrap _keyWrap;

    private OpenedItem(ContentGrant grant, KeyEnvelopeContent content, BodyKey bodyKey, ISealedSource body, IKeyWrap keyWrap)
    {
        _grant = grant;
        _content = content;
        _bodyKey = bodyKey;
        _body = body;
        _keyWrap = keyWrap;
    }

    /// <summary>
    /// Whether block trees can be made. Not for an item whose envelope is a partner's, and for one of ours that was sealed before there were any.
    /// </summary>
    public bool HasBlockSecret => _content.BlockSecret is not null;

    /// <summary>What the key envelope says of the plaintext.</summary>
    public ItemDescription Description => _content.Description;

    /// <summary>
    /// Unwraps the key, and checks the envelope, the commitment and the sizes. Reads nothing of the body. The key wrap's own exceptions
    /// pass through, but for <see cref="CryptographicException"/>, which is <see cref="OpenFailure.Key"/>.
    /// </summary>
    /// <exception cref="OpenException">The envelope, header or length is not the one expected; see <see cref="OpenFailure"/>.</exception>
    public static Task<OpenedItem> OpenAsync(
        ContentGrant grant,
        ReadOnlyMemory<byte> keyEnvelope,
        SealedReference recorded,
        ISealedSource body,
        IKeyWrap keyWrap,
        CancellationToken cancellationToken) =>
        OpenAsync(grant, keyEnvelope, recorded, body, keyWrap, SegmentLayout.Standard, cancellationToken);

    /// <summary>As <see cref="OpenAsync(ContentGrant, ReadOnlyMemory{byte}, SealedReference, ISealedSource, IKeyWrap, CancellationToken)"/>, with
    /// a key envelope that a partner made or got: exactly the members of such.</summary>
    /// <exception cref="OpenException">As there; <see cref="OpenFailure.Key"/> too where the envelope holds a secret for block trees.</exception>
    public static async Task<OpenedItem> OpenReceivedAsync(
        ContentGrant grant,
        ReadOnlyMemory<byte> keyEnvelope,
        SealedReference recorded,
        ISealedSource body,
        IKeyWrap keyWrap,
        CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(grant, keyEnvelope, recorded, body, keyWrap, cancellationToken);
        if (!opened.HasBlockSecret)
            return opened;
        opened.Dispose();
        throw new OpenException(OpenFailure.Key);
    }

    /// <summary>
    /// Writes the whole plaintext. No byte of a segment is written before its tag verified, and the last segment not before the digest
    /// of the whole is the one described.
    /// </summary>
    /// <exception cref="OpenException">The stored body is not the one sealed; what was written until then is a true beginning.</exception>
    public Task CopyToAsync(Stream destination, CancellationToken cancellationToken) =>
        CopyAsync(destination, PlaintextRange.All, Description.Sha256, cancellationToken);

    /// <summary>
    /// Writes <paramref name="count"/> bytes of the plaintext from <paramref name="offset"/>, reading only the pieces that hold them. No
    /// byte of a segment is written before its tag verified.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the plaintext.</exception>
    /// <exception cref="OpenException">A piece that was read is not the one sealed; what was written until then is true.</exception>
    public Task CopyRangeAsync(Stream destination, long offset, long count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Description.Size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Description.Size - offset);
        return count == 0
            ? Task.CompletedTask
            : CopyAsync(destination, new PlaintextRange(offset, offset + count), expectedSha256: null, cancellationToken);
    }

    /// <summary>
    /// Opens the whole body and writes it nowhere: checks every segment, the plaintext's digest and length, and gives the root over the
    /// pieces (<see cref="SealedRoot"/>, 32 bytes) for the caller to compare. More than 1 GiB of plaintext is checked in stretches of that
    /// size; <paramref name="keep"/> is called after each with what it takes to go on from there. That is encrypted under the item's key.
    /// </summary>
    /// <param name="progress">What was last kept, or nothing. What was not kept for this body counts as nothing.</param>
    /// <param name="keep">Stores how far the check came.</param>
    /// <param name="cancellationToken">Stops the check, which can go on from what was kept.</param>
    /// <exception cref="OpenException">The body is not the one that was sealed, or its plaintext is not the one described.</exception>
    public Task<byte[]> CheckAsync(
        ReadOnlyMemory<byte> progress, Func<ReadOnlyMemory<byte>, CancellationToken, Task> keep, CancellationToken cancellationToken) =>
        CheckAsync(progress, keep, BodyChecker.StandardStretch, cancellationToken);

    /// <summary>The vault's key envelope for this item, with a description in other words of the same plaintext, under the key that it was opened with.</summary>
    /// <exception cref="ArgumentException">The description's size or digest is another.</exception>
    public Task<byte[]> WrapForVaultAsync(ItemDescription description, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (description.Size != Description.Size || !CryptographicOperations.FixedTimeEquals(description.Sha256, Description.Sha256))
            throw new ArgumentException("The description is not that of this item.", nameof(description));
        return KeyEnvelopeWriter.WriteForVaultAsync(_grant.Case, _grant.Item, _content.Key, description, _keyWrap, cancellationToken);
    }

    /// <summary>
    /// A tree over the item's blocks. Lines and rows are those of the plaintext: <see cref="CopyToAsync"/> into it. Pages are what the caller
    /// takes out of it: the text of each in UTF-8 with blanks for form feeds, and then a form feed.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no secret for it (<see cref="HasBlockSecret"/>).</exception>
    public BlockTree BeginTree(BlockKind kind) => new(_grant.Case, _grant.Item, kind, BlockSecret());

    /// <summary>A proof that blocks stand in the item, and these blocks. To be written to it is what was written to the tree.</summary>
    /// <param name="commitment">What was recorded of the tree.</param>
    /// <param name="kept">The blocks to keep: in order, each range as long as it can be, at least one.</param>
    /// <param name="extract">Gets the kept blocks, one after the other, in synchronous writes. Is not disposed of.</param>
    /// <exception cref="ArgumentException">They are not blocks of the item in order, or the proof would be longer than a proof may be.</exception>
    /// <exception cref="InvalidOperationException">There is no secret for it (<see cref="HasBlockSecret"/>).</exception>
    public BlockProver BeginProof(BlockCommitment commitment, IReadOnlyList<BlockRange> kept, Stream extract)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(extract);
        return new(_grant.Case, _grant.Item, commitment, BlockSecret(), kept, extract);
    }

    /// <summary>Zeroes the key.</summary>
    public void Dispose() => _content.Dispose();

    internal static async Task<OpenedItem> OpenAsync(
        ContentGrant grant,
        ReadOnlyMemory<byte> keyEnvelope,
        SealedReference recorded,
        ISealedSource body,
        IKeyWrap keyWrap,
        SegmentLayout layout,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(body);
        Require(recorded.Header.Span[0] == SealedHeader.Marker, OpenFailure.Header);
        var content = await KeyEnvelope.OpenAsync(grant, keyEnvelope, keyWrap, cancellationToken);
        try
        {
            var commitment = content.Key.Commit(recorded.Header.Span);
            Require(CryptographicOperations.FixedTimeEquals(commitment, recorded.Commitment), OpenFailure.Key);
            Require(layout.TryPlaintextLength(recorded.Size, out var size) && size == content.Description.Size, OpenFailure.Key);
            Require(body.Length >= recorded.Size, OpenFailure.Truncated);
            Require(body.Length <= recorded.Size, OpenFailure.TrailingData);
            var associatedData = AssociatedData.Bytes(grant.Case, grant.Item);
            return new OpenedItem(grant, content, new BodyKey(content.Key, recorded.Header, associatedData, layout), body, keyWrap);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    internal Task<byte[]> CheckAsync(
        ReadOnlyMemory<byte> progress, Func<ReadOnlyMemory<byte>, CancellationToken, Task> keep, long stretch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keep);
        return new BodyChecker(_content.Key, _bodyKey, _body, Description, stretch).RunAsync(progress, keep, cancellationToken);
    }

    private ContentKey BlockSecret() => _content.BlockSecret ?? throw new InvalidOperationException("The item has no secret for block trees.");

    private static void Require(bool condition, OpenFailure failure)
    {
        if (!condition)
            throw new OpenException(failure);
    }

    private async Task CopyAsync(Stream destination, PlaintextRange range, byte[]? expectedSha256, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var opener = new BodyOpener(_bodyKey, _body, destination, range, expectedSha256);
        await opener.RunAsync(cancellationToken);
    }
}
