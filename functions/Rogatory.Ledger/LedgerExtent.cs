namespace Rogatory.Ledger;

/// <summary>A ledger that storage holds, and how long it is.</summary>
/// <param name="Name">A case id, or the name of a ledger that is not a case's, such as <c>partners</c>.</param>
/// <param name="Length">Its length in bytes.</param>
public sealed record LedgerExtent(string Name, long Length);
