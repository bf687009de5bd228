using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>Something that is not as the ledgers say.</summary>
/// <param name="Cause">What is wrong.</param>
/// <param name="Case">Where; null when it is in a ledger that is not a case's.</param>
/// <param name="Item">The item; null when it is the ledger itself.</param>
public sealed record PatrolFault(IncidentCause Cause, CaseId? Case, ItemId? Item);
