using Rogatory.Api.Health;
using Rogatory.Azure;

namespace Rogatory.LocalHost.Health;

internal sealed class ClockProbe(StorageClock clock) : IReadinessProbe
{
    public string Name => "clock";

    public Task ProbeAsync(CancellationToken cancellationToken) => clock.ProbeAsync(cancellationToken);
}
