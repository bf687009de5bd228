namespace Rogatory.Core.Transfer;

/// <summary>A finding as the ledger keeps it.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Effect">What the rule did.</param>
public sealed record TransferCheckedFinding(string Rule, string Effect);
