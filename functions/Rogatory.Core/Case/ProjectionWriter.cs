using System.Collections.Concurrent;

namespace Rogatory.Core.Case;

/// <summary>Keeps projections up with the ledgers; only a longer one replaces a shorter.</summary>
public sealed class ProjectionWriter(IProjectionStore projections)
{
    private const int MostRemembered = 1000;

    private readonly ConcurrentDictionary<CaseId, Written> _remembered = new();

    /// <summary>Writes the projection unless storage holds one of a longer ledger, or the same.</summary>
    public async Task WriteAsync(Snapshot<CaseState> snapshot, CaseRest rest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var projection = new Projection(Projection.CurrentFormat, snapshot.State!, snapshot.Tip, rest);
        CaseId @case = projection.State.Case;
        _remembered.TryRemove(@case, out Written? stored);
        while (true)
        {
            stored ??= await ReadAsync(@case, cancellationToken);
            if (stored.Length > projection.Tip.Length || (stored.Length == projection.Tip.Length && stored.Rest == rest))
                return;
            if (await projections.TryWriteAsync(@case, projection.ToBytes(), projection.Tags(), stored.ETag, cancellationToken) is { } etag)
            {
                if (_remembered.Count >= MostRemembered)
                    _remembered.Clear();
                _remembered[@case] = new Written(etag, projection.Tip.Length, rest);
                return;
            }

            stored = null;
        }
    }

    private async Task<Written> ReadAsync(CaseId @case, CancellationToken cancellationToken)
    {
        StoredProjection? stored = await projections.ReadAsync(@case, cancellationToken);
        return stored is not null && Projection.Parse(stored.Content) is { } readable
            ? new Written(stored.ETag, readable.Tip.Length, readable.Rest)
            : new Written(stored?.ETag, Length: 0, Rest: null);
    }

    private sealed record Written(string? ETag, long Length, CaseRest? Rest);
}
