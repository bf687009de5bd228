using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Risk;

/// <summary>An incident as far as an assessment needs to know it.</summary>
/// <param name="Case">The case it is about; null where it is about a partner alone.</param>
/// <param name="Partner">The partner it is about, or that case's; null where its ledger can't be read.</param>
/// <param name="IsBreach">Whether what is stored may be missing, altered or unprotected; else the case could not be advanced.</param>
/// <param name="IsOfLedger">Whether it is the case's own ledger that does not hold together, or is shorter than it was.</param>
public sealed record RiskIncident(CaseId? Case, PartnerId? Partner, bool IsBreach, bool IsOfLedger = false);
