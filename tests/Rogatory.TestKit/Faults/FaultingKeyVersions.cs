using Rogatory.Core.Retention;

namespace Rogatory.TestKit.Faults;

public sealed class FaultingKeyVersions(IKeyVersions inner, FaultPlan plan) : IKeyVersions
{
    private const string Store = "kek";

    public Task<IReadOnlyList<KeyVersion>> ListAsync(CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.ListAsync(cancellationToken));

    public Task MakeAsync(CancellationToken cancellationToken) => plan.CallAsync(Store, () => inner.MakeAsync(cancellationToken));

    public Task DisableAsync(string keyId, CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.DisableAsync(keyId, cancellationToken));
}
