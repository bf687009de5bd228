using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>A sealed item whose key is at hand.</summary>
public sealed class OpenedItem : IDisposable
{
    private readonly KeyEnvelopeContent _content;
    private readonly BodyKey _bodyKey;
    private readonly ISealedSource _body;

    private OpenedItem(KeyEnvelopeContent content, BodyKey bodyKey, ISealedSource body)
    {
        _content = content;
        _bodyKey = bodyKey;
        _body = body;
    }

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
            return new OpenedItem(content, new BodyKey(content.Key, recorded.Header, associatedData, layout), body);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

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
