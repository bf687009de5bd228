using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>What an officer is to be authorized to.</summary>
public sealed record OfficerProposalBody(IReadOnlyList<OfficerRole> Roles, string Unit, string Clearance);
