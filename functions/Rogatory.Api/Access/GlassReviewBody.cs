using Rogatory.Core.Access.Officers;

namespace Rogatory.Api.Access;

/// <summary>What the review of a broken glass came to.</summary>
public sealed record GlassReviewBody(GlassOutcome Outcome, string Reasons);
