using System.Collections.Concurrent;
using System.Threading.Channels;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;

namespace Rogatory.LocalHost.Worker;

/// <summary>Items to be classified, each once at a time. What a stopped host leaves in it is due still, and is found when the case is looked at again.</summary>
internal sealed class ClassificationQueue
{
    private readonly Channel<(CaseId Case, DueCommand.ClassifyItem Command)> _waiting = Channel.CreateUnbounded<(CaseId, DueCommand.ClassifyItem)>();
    private readonly ConcurrentDictionary<(CaseId, ItemId), bool> _known = new();

    /// <summary>Adds an item, unless it waits already or is being classified.</summary>
    public void Add(CaseId @case, DueCommand.ClassifyItem command)
    {
        if (_known.TryAdd((@case, command.Item), true))
            _waiting.Writer.TryWrite((@case, command));
    }

    /// <summary>The next items, as they come.</summary>
    public IAsyncEnumerable<(CaseId Case, DueCommand.ClassifyItem Command)> TakeAsync(CancellationToken stop) => _waiting.Reader.ReadAllAsync(stop);

    /// <summary>An item is done with: where it is still due it can be added again.</summary>
    public void Release(CaseId @case, DueCommand.ClassifyItem command) => _known.TryRemove((@case, command.Item), out _);
}
