namespace Rogatory.Core.Retention;

/// <summary>A date of review or of erasure, and what sets it.</summary>
/// <param name="At">The date.</param>
/// <param name="RemindAt">When it is said that it comes near.</param>
/// <param name="Rule">The rule of the policy, or <c>review</c> where an officer set it.</param>
/// <param name="Citation">The article that it rests on.</param>
/// <param name="Verified">Whether the rule was checked against the official text.</param>
public sealed record RetentionDate(DateTimeOffset At, DateTimeOffset RemindAt, string Rule, string Citation, bool Verified);
