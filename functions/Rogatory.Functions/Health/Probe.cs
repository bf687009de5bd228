using Rogatory.Api.Health;

namespace Rogatory.Functions.Health;

/// <summary>Asks a dependency by one cheap call.</summary>
public sealed class Probe(string name, Func<CancellationToken, Task> ask) : IReadinessProbe
{
    public string Name => name;

    public Task ProbeAsync(CancellationToken cancellationToken) => ask(cancellationToken);
}
