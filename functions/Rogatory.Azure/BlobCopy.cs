using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using Rogatory.Core;
using Rogatory.Core.Sealing;

namespace Rogatory.Azure;

/// <summary>
/// Copies a blob to another container or account, block by block, by Put Block From URL: storage reads the source, no byte passes through
/// here. Each block is read under the source's ETag, so that what is committed was one source from its first byte to its last. A copy that
/// was cut goes on with the blocks that are there.
/// </summary>
public sealed class BlobCopy
{
    // Each block is a call of ours, and none of its bytes: so few and large ones, of the most that every version of the service takes.
    private const int UsualBlockSize = 100 << 20;

    // Storage takes 50,000 blocks.
    private const int MostBlocks = 45_000;

    private const int MostAtOnce = 8;
    private const int SourceIdSize = 12;

    // A block takes seconds. Each has a link of its own, so that a copy of any size outlives none.
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    private readonly BlobLinks links;
    private readonly TimeProvider time;
    private readonly int usualBlockSize;

    /// <param name="links">Signs for the source's account.</param>
    /// <param name="time">The clock.</param>
    public BlobCopy(BlobLinks links, TimeProvider time)
        : this(links, time, UsualBlockSize)
    {
    }

    internal BlobCopy(BlobLinks links, TimeProvider time, int usualBlockSize) =>
        (this.links, this.time, this.usualBlockSize) = (links, time, usualBlockSize);

    /// <summary>Copies the source, whole, to a target that does not exist, or that this very copy made.</summary>
    /// <param name="source">What to copy: the version that the client names, where there are versions.</param>
    /// <param name="length">The length that the source is known to have.</param>
    /// <param name="target">Where to.</param>
    /// <param name="policy">Protects the copy in the call that commits it, and is read back; null for none.</param>
    /// <param name="cancellationToken">Leaves blocks that nobody can read, which a later run takes up.</param>
    /// <exception cref="SourceChangedException">The source is not there, has another length, or changed meanwhile.</exception>
    /// <exception cref="ProtectionMissingException">The policy read back is not the one asked for.</exception>
    /// <exception cref="InvalidOperationException">The target exists already, and is not this copy.</exception>
    public async Task<CopiedBlob> RunAsync(
        BlobBaseClient source, long length, BlockBlobClient target, BlobImmutabilityPolicy? policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ETag seen = await LookAsync(source, length, cancellationToken);
        string[] blockIds = BlockIds(source, seen, length);
        try
        {
            BlockList stored = await FindBlocksAsync(target, cancellationToken);
            string? version = null;
            if (!IsCommitted(stored, blockIds))
            {
                HashSet<string> staged = [.. stored.UncommittedBlocks.Select(block => block.Name)];
                var missing = Enumerable.Range(0, blockIds.Length).Where(index => !staged.Contains(blockIds[index]));
                var atOnce = new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken };
                await Parallel.ForEachAsync(missing, atOnce, async (index, stop) => await StageAsync(source, seen, length, target, blockIds[index], index, stop));
                version = await CommitAsync(target, blockIds, policy, cancellationToken);
            }

            return await ReadBackAsync(version is null ? target : target.WithVersion(version), length, policy, cancellationToken);
        }
        catch (Exception failure) when (
            failure is not (InvalidOperationException or SourceChangedException or ProtectionMissingException) && StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(target.BlobContainerName, failure);
        }
    }

    private static async Task<ETag> LookAsync(BlobBaseClient source, long length, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties found = await source.GetPropertiesAsync(cancellationToken: cancellationToken);
            return found.ContentLength == length ? found.ETag : throw new SourceChangedException();
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsMissing(refusal))
        {
            throw new SourceChangedException(refusal);
        }
        catch (Exception failure) when (failure is not SourceChangedException && StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(source.BlobContainerName, failure);
        }
    }

    private int SizeFor(long length) => checked((int)Math.Max(usualBlockSize, (length + MostBlocks - 1) / MostBlocks));

    /// <summary>Ids that say which source a block came from, so that what is left of another is never taken up.</summary>
    private string[] BlockIds(BlobBaseClient source, ETag seen, long length)
    {
        int blockSize = SizeFor(length);
        byte[] sourceId = SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{source.Uri.AbsoluteUri}\n{seen}\n{length}\n{blockSize}")));
        string[] ids = new string[(length + blockSize - 1) / blockSize];
        byte[] id = [.. sourceId.AsSpan(0, SourceIdSize), 0, 0, 0, 0];
        for (int index = 0; index < ids.Length; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(id.AsSpan(SourceIdSize), index);
            ids[index] = Convert.ToBase64String(id);
        }

        return ids;
    }

    private static async Task<BlockList> FindBlocksAsync(BlockBlobClient target, CancellationToken cancellationToken)
    {
        try
        {
            return await target.GetBlockListAsync(BlockListTypes.All, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsMissing(refusal))
        {
            return BlobsModelFactory.BlockList([], []);
        }
    }

    private static bool IsCommitted(BlockList stored, string[] blockIds) =>
        stored.CommittedBlocks.Select(block => block.Name).SequenceEqual(blockIds, StringComparer.Ordinal);

    private async Task StageAsync(
        BlobBaseClient source, ETag seen, long length, BlockBlobClient target, string blockId, int index, CancellationToken cancellationToken)
    {
        int blockSize = SizeFor(length);
        long start = (long)index * blockSize;
        var options = new StageBlockFromUriOptions
        {
            SourceRange = new HttpRange(start, Math.Min(blockSize, length - start)),
            SourceConditions = new RequestConditions { IfMatch = seen },
        };
        Uri link = await links.SignAsync(source, BlobSasPermissions.Read, time.GetUtcNow() + LinkLife, cancellationToken);
        try
        {
            await target.StageBlockFromUriAsync(link, blockId, options, cancellationToken);
        }
        catch (RequestFailedException refusal) when (IsSourceChange(refusal))
        {
            throw new SourceChangedException(refusal);
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsConflict(refusal))
        {
            throw OfAnother();
        }
    }

    private static bool IsSourceChange(RequestFailedException refusal) =>
        refusal.ErrorCode == BlobErrorCode.SourceConditionNotMet
        || (refusal.ErrorCode == BlobErrorCode.CannotVerifyCopySource && refusal.Status is 404 or 412);

    private static async Task<string?> CommitAsync(
        BlockBlobClient target, string[] blockIds, BlobImmutabilityPolicy? policy, CancellationToken cancellationToken)
    {
        var options = new CommitBlockListOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/octet-stream" },
            ImmutabilityPolicy = policy,
        };
        try
        {
            BlobContentInfo committed = await target.CommitBlockListAsync(blockIds, options, cancellationToken);
            return committed.VersionId;
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsConflict(refusal))
        {
            // The client repeats a request whose answer was lost, and then meets its own blob.
            return IsCommitted(await FindBlocksAsync(target, cancellationToken), blockIds) ? null : throw OfAnother();
        }
    }

    private static async Task<CopiedBlob> ReadBackAsync(
        BlobBaseClient target, long length, BlobImmutabilityPolicy? policy, CancellationToken cancellationToken)
    {
        BlobProperties stored = await target.GetPropertiesAsync(cancellationToken: cancellationToken);
        if (stored.ContentLength != length)
            throw OfAnother();
        if (policy is not null && (stored.ImmutabilityPolicy is not { } held || held.PolicyMode != policy.PolicyMode || held.ExpiresOn < policy.ExpiresOn))
            throw new ProtectionMissingException(target.BlobContainerName);
        return new CopiedBlob(stored.ContentLength, stored.ETag, stored.VersionId);
    }

    private static InvalidOperationException OfAnother() => new("There is another blob where the copy should be.");
}
