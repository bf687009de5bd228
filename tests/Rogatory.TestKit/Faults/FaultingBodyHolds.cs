using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;

namespace Rogatory.TestKit.Faults;

public sealed class FaultingBodyHolds(IBodyHolds inner, FaultPlan plan) : IBodyHolds
{
    private const string Store = "holds";

    public Task<bool> HoldAsync(SealedPath path, string? version, CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.HoldAsync(path, version, cancellationToken));

    public Task ReleaseAsync(SealedPath path, string? version, CancellationToken cancellationToken) =>
        plan.CallAsync(Store, () => inner.ReleaseAsync(path, version, cancellationToken));
}
