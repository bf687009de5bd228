using Rogatory.Core.Classification.Reading;
using Rogatory.Envelope;

namespace Rogatory.Core.Classification;

/// <summary>What came of reading and searching an item.</summary>
/// <param name="Report">What was read, and what was not.</param>
/// <param name="Found">What was found.</param>
/// <param name="Blocks">Its blocks; null where it has none that can be proved.</param>
internal sealed record SearchedItem(ReadingReport Report, FindingTally Found, BlockCommitment? Blocks)
{
    private static readonly ReadingReport Nothing = new() { Format = "binary", Parts = [], Unread = [], Breaches = [] };

    /// <summary>Reads and searches an item, on a thread of its own since a reader waits for storage. What fails is unread, and what was found until then counts.</summary>
    /// <exception cref="StorageUnavailableException">Storage is; it can be tried again.</exception>
    public static async Task<SearchedItem> OfAsync(Func<Task<OpenedItem>> open, DetectorPack pack, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var tally = new FindingTally();
        try
        {
            using OpenedItem item = await open();
            (ReadingReport report, BlockKind? kind) = await Task.Factory.StartNew(
                () => Read(item, tally, pack, limits, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            bool isCut = report.Breaches.Any(one => one.Kind == BreachKind.Length);
            return new SearchedItem(report, tally, kind is { } known && !isCut && item.HasBlockSecret ? await CommitAsync(item, known, cancellationToken) : null);
        }
        catch (OpenException disabled) when (disabled.InnerException is KeyDisabledException)
        {
            throw new StorageUnavailableException("kek", disabled);
        }
        catch (Exception fault) when (fault is not (StorageUnavailableException or OperationCanceledException))
        {
            // What it is about stands in the patrol's reports; nothing of what was thrown may be said, since it may hold what was read.
            return new SearchedItem(Nothing with { Unread = [new UnreadPart("item", Page: null, UnreadReason.Failed)] }, tally, Blocks: null);
        }
    }

    private static (ReadingReport Report, BlockKind? Kind) Read(
        OpenedItem item, FindingTally tally, DetectorPack pack, ReadingLimits limits, CancellationToken cancellationToken)
    {
        using var content = new OpenedItemStream(item, cancellationToken);
        BlockKind? kind = ItemBlocks.KindOf(content);
        var sink = new FindingSink(pack, tally.Add);
        ReadingReport report = ItemReader.Read(content, sink, limits, cancellationToken);
        sink.Complete();
        return (report, kind);
    }

    private static async Task<BlockCommitment?> CommitAsync(OpenedItem item, BlockKind kind, CancellationToken cancellationToken)
    {
        using BlockTree tree = item.BeginTree(kind);
        await ItemBlocks.WriteAsync(item, kind, tree, cancellationToken);
        BlockCommitment commitment = tree.Finish();
        return commitment.Count > 0 ? commitment : null;
    }
}
