using Rogatory.Core.Case;

namespace Rogatory.Core.Access.Officers;

/// <summary>A conflict of interest that is not lifted.</summary>
/// <param name="Case">The case.</param>
/// <param name="Kind">What kind of interest.</param>
/// <param name="DeclaredBy">Who declared it, as the ledger names actors.</param>
public sealed record Conflict(CaseId Case, ConflictKind Kind, string DeclaredBy);
