using System.Buffers.Binary;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Core;
using Rogatory.Core.Sealing;

namespace Rogatory.Azure.Sealing;

/// <summary>Stages a block as soon as it is full, and fills the next meanwhile.</summary>
internal sealed class BlobVaultUpload : VaultUpload
{
    private const int MostBuffered = 48 << 20;
    private const int FewestBuffers = 2;
    private const int MostBuffers = 3;

    private readonly BlockBlobClient blob;
    private readonly BlockBuffers buffers;
    private readonly BlobImmutabilityPolicyMode mode;
    private readonly int blockSize;
    private readonly SemaphoreSlim free;
    private readonly CancellationTokenSource stop = new();
    private readonly byte[] uploadId = RandomNumberGenerator.GetBytes(12);
    private readonly List<string> blockIds = [];
    private readonly List<Task> staging = [];

    private long expected;
    private long size;
    private byte[]? filling;
    private int filled;
    private bool ended;

    public BlobVaultUpload(BlockBlobClient blob, long expectedSize, BlobImmutabilityPolicyMode mode, BlockBuffers buffers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedSize);
        this.blob = blob;
        this.buffers = buffers;
        this.mode = mode;
        expected = expectedSize;
        blockSize = BodyBlocks.SizeFor(expectedSize);
        free = new SemaphoreSlim(Math.Clamp(MostBuffered / blockSize, FewestBuffers, MostBuffers));
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        while (!buffer.IsEmpty)
        {
            filling ??= await NextBufferAsync(cancellationToken);
            var count = Math.Min(buffer.Length, filling.Length - filled);
            buffer.Span[..count].CopyTo(filling.AsSpan(filled));
            filled += count;
            buffer = buffer[count..];
            if (filled == filling.Length)
                Stage();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task<string?> CommitAsync(DateTimeOffset retainUntil, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        if (filled > 0)
            Stage();
        await Task.WhenAll(staging).WaitAsync(cancellationToken);
        ended = true;

        var policy = new BlobImmutabilityPolicy { ExpiresOn = InWholeSeconds(retainUntil), PolicyMode = mode };
        try
        {
            var version = await CommitAsync(policy, cancellationToken);
            return await ReadBackAsync(version, policy, cancellationToken);
        }
        catch (Exception failure) when (failure is not (InvalidOperationException or ProtectionMissingException) && StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(blob.BlobContainerName, failure);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !stop.IsCancellationRequested)
        {
            ended = true;
            stop.Cancel();
            if (filling is not null)
                buffers.Return(filling);
            filling = null;
        }

        base.Dispose(disposing);
    }

    /// <summary>Waits until the last request has let go of its buffer.</summary>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Task.WhenAll(staging).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        free.Dispose();
    }

    private async Task<byte[]> NextBufferAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        foreach (var failed in staging.Where(stage => stage.IsFaulted))
            await failed;
        staging.RemoveAll(stage => stage.IsCompletedSuccessfully);

        // A small body takes a small buffer; one that is larger than expected goes on in whole blocks.
        var capacity = expected > 0 ? (int)Math.Min(expected, blockSize) : blockSize;
        expected -= capacity;
        return buffers.Rent(capacity);
    }

    private void Stage()
    {
        var (full, count) = (filling!, filled);
        (filling, filled) = (null, 0);
        size += count;

        // The upload's own id keeps the blocks of two uploads to one path apart.
        Span<byte> id = stackalloc byte[uploadId.Length + sizeof(int)];
        uploadId.CopyTo(id);
        BinaryPrimitives.WriteInt32BigEndian(id[uploadId.Length..], blockIds.Count);
        blockIds.Add(Convert.ToBase64String(id));
        staging.Add(StageAsync(blockIds[^1], full, count));
    }

    private async Task StageAsync(string blockId, byte[] full, int count)
    {
        try
        {
            using var content = new MemoryStream(full, 0, count, writable: false);
            await blob.StageBlockAsync(blockId, content, cancellationToken: stop.Token);
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsConflict(refusal))
        {
            throw CommittedAlready();
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, stop.Token))
        {
            throw new StorageUnavailableException(blob.BlobContainerName, failure);
        }
        finally
        {
            buffers.Return(full);
            free.Release();
        }
    }

    private async Task<string?> CommitAsync(BlobImmutabilityPolicy policy, CancellationToken cancellationToken)
    {
        var options = new CommitBlockListOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/octet-stream" },
            ImmutabilityPolicy = policy,
        };
        try
        {
            BlobContentInfo committed = await blob.CommitBlockListAsync(blockIds, options, cancellationToken);
            return committed.VersionId;
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsConflict(refusal))
        {
            // The client repeats a request whose answer was lost, and then meets its own blob; the blocks' ids tell.
            BlockList stored = await blob.GetBlockListAsync(BlockListTypes.Committed, cancellationToken: cancellationToken);
            return stored.CommittedBlocks.Select(block => block.Name).SequenceEqual(blockIds, StringComparer.Ordinal)
                ? null
                : throw CommittedAlready();
        }
    }

    private async Task<string?> ReadBackAsync(string? version, BlobImmutabilityPolicy asked, CancellationToken cancellationToken)
    {
        var committed = version is null ? blob : blob.WithVersion(version);
        BlobProperties stored = await committed.GetPropertiesAsync(cancellationToken: cancellationToken);
        var held = stored.ImmutabilityPolicy;
        if (stored.ContentLength != size || held?.ExpiresOn != asked.ExpiresOn || held?.PolicyMode != asked.PolicyMode)
            throw new ProtectionMissingException(blob.BlobContainerName);
        return stored.VersionId;
    }

    private static InvalidOperationException CommittedAlready() => new("A body is committed under this path already.");

    /// <summary>Up to the next second, because storage takes no parts of one.</summary>
    internal static DateTimeOffset InWholeSeconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeSeconds((time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);
}
