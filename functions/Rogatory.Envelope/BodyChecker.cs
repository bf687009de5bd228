using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>
/// Checks a whole body and writes it nowhere: every segment, the plaintext's digest, and the root over the pieces. A body of more than
/// one stretch is checked stretch by stretch, and how far that came is kept after each, so that a check that was cut goes on from there.
/// </summary>
internal sealed class BodyChecker(ContentKey key, BodyKey bodyKey, ISealedSource body, ItemDescription description, long stretch)
{
    /// <summary>Plaintext bytes; a multiple of the digest's block size.</summary>
    public const long StandardStretch = 1L << 30;

    private readonly SealedReference _reference = new(bodyKey.Header, key.Commit(bodyKey.Header.Span), body.Length);

    /// <summary>As <see cref="OpenedItem"/> promises.</summary>
    public async Task<byte[]> RunAsync(
        ReadOnlyMemory<byte> progress, Func<ReadOnlyMemory<byte>, CancellationToken, Task> keep, CancellationToken cancellationToken)
    {
        if (description.Size <= stretch)
            return await CheckAtOnceAsync(cancellationToken);

        var earlier = CheckProgress.TryOpen(progress.Span, key, _reference);
        var root = earlier is null ? new SealedRoot() : SealedRoot.Restore(earlier.Root);
        var digest = earlier is null ? new ResumableSha256() : new ResumableSha256(earlier.Digest, earlier.Offset);
        var pieces = new PieceHashes(body, bodyKey.Layout, root);
        var destination = new DigestStream(digest);
        for (var offset = earlier?.Offset ?? 0; offset < description.Size; offset += stretch)
        {
            var end = Math.Min(offset + stretch, description.Size);
            using (var opener = new BodyOpener(bodyKey, pieces, destination, new PlaintextRange(offset, end), expectedSha256: null))
                await opener.RunAsync(cancellationToken);
            pieces.Collect();
            if (end < description.Size)
                await keep(new CheckProgress(end, digest.State(), root.State()).Seal(key, _reference), cancellationToken);
        }

        return CryptographicOperations.FixedTimeEquals(digest.Finish(), description.Sha256) ? root.Root() : throw new OpenException(OpenFailure.Payload);
    }

    private async Task<byte[]> CheckAtOnceAsync(CancellationToken cancellationToken)
    {
        var root = new SealedRoot();
        var pieces = new PieceHashes(body, bodyKey.Layout, root);
        using (var opener = new BodyOpener(bodyKey, pieces, Stream.Null, PlaintextRange.All, description.Sha256))
            await opener.RunAsync(cancellationToken);
        pieces.Collect();
        return root.Root();
    }
}
