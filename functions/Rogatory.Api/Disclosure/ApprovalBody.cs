namespace Rogatory.Api.Disclosure;

/// <summary>What an approver says to a proposal.</summary>
public sealed record ApprovalBody(ApprovalDecision Decision, string Reasons);
