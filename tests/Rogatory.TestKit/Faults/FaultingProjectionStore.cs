using Rogatory.Core.Case;

namespace Rogatory.TestKit.Faults;

public sealed class FaultingProjectionStore(IProjectionStore inner, FaultPlan plan) : IProjectionStore
{
    private const string Store = "cases";

    public Task<StoredProjection?> ReadAsync(CaseId @case, CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.ReadAsync(@case, cancellationToken));

    public Task<string?> TryWriteAsync(
        CaseId @case, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> tags, string? etag, CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.TryWriteAsync(@case, content, tags, etag, cancellationToken));

    public IAsyncEnumerable<ProjectionFound> ListAsync(CancellationToken cancellationToken) =>
        plan.ListAsync(Store, inner.ListAsync(cancellationToken));
}
