using Rogatory.Core.Access.Officers;

namespace Rogatory.Api.Access;

/// <summary>Who reviewed it, and what that came to.</summary>
public sealed record GlassViewReview(GlassOutcome Outcome, string By, DateTimeOffset At, string Reasons);
