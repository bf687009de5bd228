namespace Rogatory.Core.Access.Officers;

/// <summary>Who approved which proposal about an officer.</summary>
/// <param name="Proposal">Its number.</param>
/// <param name="By">The admin, as the ledger names actors.</param>
public sealed record OfficerApproval(int Proposal, string By);
