namespace Rogatory.Api.Health;

/// <param name="Status"><c>ready</c> or <c>not-ready</c>.</param>
/// <param name="Checks">Each thing asked.</param>
public sealed record HealthReport(string Status, IReadOnlyList<HealthCheck> Checks);
