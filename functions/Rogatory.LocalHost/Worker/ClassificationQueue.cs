using System.Collections.Concurrent;
using System.Threading.Channels;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;

namespace Rogatory.LocalHost.Worker;

/// <summary>Items to be classified, each once at a time. What a stopped host leaves in it is due still, and is found when the case is looked at again.</summary>
internal sealed class ClassificationQueue(TimeProvider time)
{
    /// <summary>How long an item that failed is left alone: it would fail again with every look at its case.</summary>
    public static readonly TimeSpan LeftAloneFor = TimeSpan.FromHours(1);

    private readonly Channel<(CaseId Case, DueCommand.ClassifyItem Command)> _waiting = Channel.CreateUnbounded<(CaseId, DueCommand.ClassifyItem)>();

    // With the instant from which one that failed can be added again; null for one that waits, or is being classified.
    private readonly ConcurrentDictionary<(CaseId, ItemId), DateTimeOffset?> _known = new();

    /// <summary>Adds an item, unless it waits already, is being classified, or failed within the hour.</summary>
    public void Add(CaseId @case, DueCommand.ClassifyItem command)
    {
        (CaseId, ItemId) item = (@case, command.Item);
        if (_known.TryAdd(item, null) || (_known.TryGetValue(item, out DateTimeOffset? from) && from <= time.GetUtcNow() && _known.TryUpdate(item, null, from)))
            _waiting.Writer.TryWrite((@case, command));
    }

    /// <summary>The next items, as they come.</summary>
    public IAsyncEnumerable<(CaseId Case, DueCommand.ClassifyItem Command)> TakeAsync(CancellationToken stop) => _waiting.Reader.ReadAllAsync(stop);

    /// <summary>An item is done with: where it is still due it can be added again.</summary>
    public void Release(CaseId @case, DueCommand.ClassifyItem command) => _known.TryRemove((@case, command.Item), out _);

    /// <summary>An item could not be classified: a later look at its case tries it again.</summary>
    public void Fail(CaseId @case, DueCommand.ClassifyItem command) => _known[(@case, command.Item)] = time.GetUtcNow() + LeftAloneFor;
}
