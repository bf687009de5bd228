namespace Rogatory.Core.Case;

/// <summary>One document a case with index tags, for listing pages and as a cache of the fold. Always rebuildable from the ledgers.</summary>
public interface IProjectionStore
{
    /// <summary>The stored document, or null.</summary>
    Task<StoredProjection?> ReadAsync(CaseId @case, CancellationToken cancellationToken);

    /// <summary>Creates (null etag) or replaces the document and its tags in one call.</summary>
    /// <returns>The new etag; null and nothing written when the stored document is not the one the etag names.</returns>
    Task<string?> TryWriteAsync(
        CaseId @case, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> tags, string? etag, CancellationToken cancellationToken);

    /// <summary>Every case that has a projection, with its tags.</summary>
    IAsyncEnumerable<ProjectionFound> ListAsync(CancellationToken cancellationToken);
}
