namespace Rogatory.Core.Case;

/// <summary>How the flow left a case in which nothing was due.</summary>
/// <param name="LookAgainAt">When it wants to look at the case even if nothing happens.</param>
/// <param name="Envelopes">How many key envelopes storage held for the case. Another number means that an attempt left one since, or is under way.</param>
public sealed record CaseRest(DateTimeOffset LookAgainAt, int Envelopes);
