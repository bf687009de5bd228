namespace Rogatory.Api.Review;

/// <summary>What the newest assessment of risk comes to.</summary>
public sealed record CaseViewRisk(string Level, IReadOnlyList<string> Mitigations, DateTimeOffset At);
