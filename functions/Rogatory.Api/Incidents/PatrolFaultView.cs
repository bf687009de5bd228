namespace Rogatory.Api.Incidents;

/// <param name="Cause">What is wrong, as a word.</param>
/// <param name="Case">Where; null when in a ledger that is not a case's.</param>
/// <param name="Item">The item; null when it is the ledger itself.</param>
public sealed record PatrolFaultView(string Cause, string? Case, string? Item);
