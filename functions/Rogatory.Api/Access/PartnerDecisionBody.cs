using Rogatory.Api.Disclosure;

namespace Rogatory.Api.Access;

/// <summary>What another admin says to a proposal about a partner.</summary>
public sealed record PartnerDecisionBody(ApprovalDecision Decision);
