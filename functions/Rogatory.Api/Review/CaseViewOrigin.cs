namespace Rogatory.Api.Review;

/// <param name="Kind"><c>own</c>, <c>partner-state</c> or <c>joint-team</c>.</param>
/// <param name="State">The state that supplied it; null for our own.</param>
/// <param name="Instrument">The instrument it was obtained under, where one is known.</param>
public sealed record CaseViewOrigin(string Kind, string? State, string? Instrument);
