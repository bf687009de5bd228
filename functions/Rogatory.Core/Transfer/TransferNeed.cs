namespace Rogatory.Core.Transfer;

/// <summary>What keeps a transfer from being decided without a person.</summary>
/// <param name="Ground">The rule's id; a ground whose facts are all known is resolved under it (<c>resolved</c> in the facts).</param>
/// <param name="Who">Who: <c>approver</c>, <c>data-protection-officer</c>, <c>central-authority</c>, <c>originator</c> or <c>requesting-authority</c>.</param>
/// <param name="Missing">The facts to state, by their paths; empty for a ground to be weighed.</param>
public sealed record TransferNeed(string Ground, string Who, IReadOnlyList<string> Missing);
