using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>What waits for another admin.</summary>
public sealed record OfficerViewProposal(int Proposal, IReadOnlyList<OfficerRole> Roles, string Unit, string Clearance, string ProposedBy);
