using Rogatory.Core.Case;
using Rogatory.Core.Flow;

namespace Rogatory.TestKit.Faults;

public sealed class FaultingCaseQueue(ICaseQueue inner, FaultPlan plan) : ICaseQueue
{
    public Task WakeAsync(CaseId @case, long ledgerLength, CancellationToken cancellationToken) =>
        plan.CallAsync("cases", () => inner.WakeAsync(@case, ledgerLength, cancellationToken));
}
