using Rogatory.Core.Sealing;

namespace Rogatory.TestKit.Faults;

public sealed class FaultingEnvelopeEraser(IEnvelopeEraser inner, FaultPlan plan) : IEnvelopeEraser
{
    public Task DestroyAsync(SealedPath path, int rotation, CancellationToken cancellationToken) =>
        plan.CallAsync("keys", () => inner.DestroyAsync(path, rotation, cancellationToken));
}
