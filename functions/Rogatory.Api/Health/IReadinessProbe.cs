namespace Rogatory.Api.Health;

/// <summary>Asks one thing the program cannot do without whether it is there.</summary>
public interface IReadinessProbe
{
    /// <summary>The thing, by a name that tells an attacker nothing.</summary>
    string Name { get; }

    /// <summary>Throws, or does not return in time, when it is not there.</summary>
    Task ProbeAsync(CancellationToken cancellationToken);
}
