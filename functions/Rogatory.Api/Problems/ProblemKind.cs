namespace Rogatory.Api.Problems;

/// <summary>How a refusal is answered: the status, a title that never changes with the occurrence, and what the status calls for in the
/// header.</summary>
public sealed record ProblemKind(int Status, string Title, string? Challenge = null, int? RetryAfterSeconds = null);
