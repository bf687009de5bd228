using Rogatory.Api.Disclosure;

namespace Rogatory.Api.Access;

/// <summary>Another admin's answer to a proposal.</summary>
public sealed record OfficerDecisionBody(ApprovalDecision Decision);
