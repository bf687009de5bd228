using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Rogatory.Core.Case;

namespace Rogatory.TestKit.InMemory;

public sealed class InMemoryProjectionStore : IProjectionStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<CaseId, (byte[] Content, ImmutableDictionary<string, string> Tags, string ETag)> projections = [];
    private int writes;

    public Task<StoredProjection?> ReadAsync(CaseId @case, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(projections.TryGetValue(@case, out var stored)
                ? new StoredProjection(stored.Content.ToArray(), stored.ETag)
                : null);
        }
    }

    public Task<string?> TryWriteAsync(
        CaseId @case, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> tags, string? etag, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var stored = projections.TryGetValue(@case, out var found) ? found.ETag : null;
            if (stored != etag)
                return Task.FromResult<string?>(null);
            writes++;
            string written = writes.ToString(CultureInfo.InvariantCulture);
            projections[@case] = (content.ToArray(), tags.ToImmutableDictionary(), written);
            return Task.FromResult<string?>(written);
        }
    }

    public async IAsyncEnumerable<ProjectionFound> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ProjectionFound[] found;
        lock (gate)
            found = [.. projections.Select(projection => new ProjectionFound(projection.Key, projection.Value.Tags))];
        await Task.CompletedTask;
        foreach (var projection in found)
            yield return projection;
    }
}
