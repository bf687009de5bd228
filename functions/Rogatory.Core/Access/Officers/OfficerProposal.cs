namespace Rogatory.Core.Access.Officers;

/// <summary>A proposal that waits for another admin.</summary>
/// <param name="Proposed">What is proposed.</param>
/// <param name="ProposedBy">Who proposed it, as the ledger names actors.</param>
public sealed record OfficerProposal(OfficerProposed Proposed, string ProposedBy);
