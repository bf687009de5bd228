namespace Rogatory.Core.Case;

/// <summary>Keeps projections up with the ledgers; only a longer one replaces a shorter.</summary>
public sealed class ProjectionWriter(IProjectionStore projections)
{
    /// <summary>Writes the projection unless storage holds one that knows as much or more, and means to look again no later.</summary>
    public async Task WriteAsync(Snapshot<CaseState> snapshot, DateTimeOffset lookAgainAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var projection = new Projection(Projection.CurrentFormat, snapshot.State!, snapshot.Tip, lookAgainAt);
        while (true)
        {
            StoredProjection? stored = await projections.ReadAsync(projection.State.Case, cancellationToken);
            if (stored is not null && Projection.Parse(stored.Content) is { } old && !IsBetter(projection, old))
                return;
            if (await projections.TryWriteAsync(
                projection.State.Case, projection.ToBytes(), projection.Tags(), stored?.ETag, cancellationToken))
                return;
        }
    }

    private static bool IsBetter(Projection one, Projection old) =>
        one.Tip.Length > old.Tip.Length || (one.Tip.Length == old.Tip.Length && one.LookAgainAt != old.LookAgainAt);
}
