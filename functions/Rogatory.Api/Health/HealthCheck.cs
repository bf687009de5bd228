namespace Rogatory.Api.Health;

public sealed record HealthCheck(string Name, bool Ready);
