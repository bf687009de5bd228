namespace Rogatory.Api.Review;

/// <param name="Kind"><c>lines</c>, <c>rows</c> or <c>pages</c>.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Root">Hex root, against which a proof is checked.</param>
public sealed record CaseViewBlocks(string Kind, long Count, string Root);
