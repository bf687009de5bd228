namespace Rogatory.Core.Case;

/// <summary>A projection as a listing shows it: the case and the index tags.</summary>
public sealed record ProjectionFound(CaseId Case, IReadOnlyDictionary<string, string> Tags);
