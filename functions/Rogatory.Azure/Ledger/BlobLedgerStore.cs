using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Core;
using Rogatory.Ledger;

namespace Rogatory.Azure.Ledger;

/// <summary>
/// A ledger as an append blob of its name. Storage ends an append blob at 50,000 blocks, so once one has <paramref name="blocksPerPart"/>
/// the ledger goes on in <c>{name}.1</c>, then <c>{name}.2</c>.
/// </summary>
/// <remarks>
/// Every writer must agree where a part ends, or two could write at one offset in two parts. So the number of blocks in a part belongs
/// to the format of the container that holds it, and no append is made before the count at the expected length is known.
/// Reading a ledger's tail tells the count, which is why an append that follows a read takes one request.
/// </remarks>
public sealed class BlobLedgerStore(BlobContainerClient container, int blocksPerPart = BlobLedgerStore.BlocksPerPart) : ILedgerStore
{
    public const int BlocksPerPart = 45_000;

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, LedgerPart> remembered = new(StringComparer.Ordinal);

    // Full, so that an append to a ledger of no length makes part 0 like any other.
    private LedgerPart BeforeTheFirst => new(-1, 0, 0, blocksPerPart);

    public async Task<byte[]> ReadAsync(string name, long offset, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var tail = new MemoryStream();
        try
        {
            var (number, start) = WhereToBegin(name, offset);
            while (await ReadPartAsync(name, number, start, offset, tail, cancellationToken) is { } part)
            {
                Remember(name, part);
                if (part.Blocks < blocksPerPart)
                    break;
                (number, start) = (number + 1, part.End);
            }

            return tail.ToArray();
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(container.Name, failure);
        }
    }

    public async Task<bool> TryAppendAsync(
        string name, long expectedLength, ReadOnlyMemory<byte> lines, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedLength);
        if (lines.IsEmpty)
            throw new ArgumentException("There is nothing to append.", nameof(lines));
        try
        {
            var part = expectedLength == 0 ? BeforeTheFirst : await LastPartAsync(name, expectedLength, cancellationToken);
            if (part is null)
                return false;
            if (part.Blocks >= blocksPerPart)
            {
                part = new LedgerPart(part.Number + 1, expectedLength, expectedLength, 0);
                await CreatePartAsync(name, part.Number, cancellationToken);
            }

            return await AppendToAsync(name, part, lines, cancellationToken);
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(container.Name, failure);
        }
    }

    public async IAsyncEnumerable<LedgerExtent> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Parts need not be listed beside each other (a dot sorts after a hyphen), so the sums are complete only at the end.
        var lengths = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var blob in BlobListing.ReadAsync(container, BlobTraits.None, prefix: null, cancellationToken))
        {
            var name = blob.Name.Split('.')[0];
            lengths[name] = lengths.GetValueOrDefault(name) + (blob.Properties.ContentLength ?? 0);
        }

        foreach (var (name, length) in lengths)
        {
            // A blob without a byte was made by a writer that stopped before its first append.
            if (length > 0)
                yield return new LedgerExtent(name, length);
        }
    }

    /// <summary>Copies the part's bytes from the whole's <paramref name="offset"/> on; null when there is no such part.</summary>
    private async Task<LedgerPart?> ReadPartAsync(
        string name, int number, long start, long offset, MemoryStream tail, CancellationToken cancellationToken)
    {
        // One byte early, so that a tail with nothing in it still has an answer, with the length and the count of blocks in it.
        var from = Math.Max(0, offset - start - 1);
        var options = new BlobDownloadOptions { Range = new HttpRange(from) };
        try
        {
            BlobDownloadResult found = await Part(name, number).DownloadContentAsync(options, cancellationToken);
            var content = found.Content.ToMemory();
            var skipped = (int)Math.Min(content.Length, Math.Max(0, offset - start - from));
            tail.Write(content.Span[skipped..]);
            return new LedgerPart(number, start, start + from + content.Length, found.Details.BlobCommittedBlockCount);
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.InvalidRange)
        {
            return await LookAtPartAsync(name, number, start, cancellationToken);
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsMissing(refusal))
        {
            return null;
        }
    }

    /// <summary>The part that holds the end of a ledger of exactly this length; null when the ledger has another.</summary>
    private async Task<LedgerPart?> LastPartAsync(string name, long expectedLength, CancellationToken cancellationToken)
    {
        if (remembered.TryGetValue(name, out var known) && known.End == expectedLength)
            return known;

        LedgerPart? last = null;
        var (number, start) = WhereToBegin(name, expectedLength);
        while (await LookAtPartAsync(name, number, start, cancellationToken) is { } part)
        {
            last = part;
            if (part.Blocks < blocksPerPart)
                break;
            (number, start) = (number + 1, part.End);
        }

        if (last is null || last.End != expectedLength)
            return null;
        Remember(name, last);
        return last;
    }

    private async Task<LedgerPart?> LookAtPartAsync(string name, int number, long start, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties found = await Part(name, number).GetPropertiesAsync(cancellationToken: cancellationToken);
            return new LedgerPart(number, start, start + found.ContentLength, found.BlobCommittedBlockCount);
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsMissing(refusal))
        {
            return null;
        }
    }

    private async Task CreatePartAsync(string name, int number, CancellationToken cancellationToken)
    {
        var options = new AppendBlobCreateOptions
        {
            Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/jsonl" },
        };
        try
        {
            await Part(name, number).CreateAsync(options, cancellationToken);
        }
        catch (RequestFailedException refusal) when (StorageFailure.IsConflict(refusal))
        {
            // Made by another, or by one that stopped before its first append: the position decides.
        }
    }

    private async Task<bool> AppendToAsync(string name, LedgerPart part, ReadOnlyMemory<byte> lines, CancellationToken cancellationToken)
    {
        var options = new AppendBlobAppendBlockOptions
        {
            Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = part.End - part.Start },
        };
        try
        {
            await using var content = BinaryData.FromBytes(lines).ToStream();
            BlobAppendInfo appended = await Part(name, part.Number).AppendBlockAsync(content, options, cancellationToken);
            Remember(name, part with { End = part.End + lines.Length, Blocks = appended.BlobCommittedBlockCount });
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.AppendPositionConditionNotMet)
        {
            return false;
        }
    }

    /// <summary>The last part known to begin before the offset.</summary>
    private (int Number, long Start) WhereToBegin(string name, long offset) =>
        remembered.TryGetValue(name, out var known) && known.Start < offset ? (known.Number, known.Start) : (0, 0);

    private void Remember(string name, LedgerPart part)
    {
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        remembered[name] = part;
    }

    private AppendBlobClient Part(string name, int number)
    {
        if (name.Contains('.', StringComparison.Ordinal))
            throw new ArgumentException("A dot sets off the number of a part.", nameof(name));
        return container.GetAppendBlobClient(number == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.{number}"));
    }
}
