namespace Rogatory.Core.Policy;

/// <summary>What the transfer check has to know of the home authority.</summary>
/// <param name="State">The state it belongs to.</param>
/// <param name="Region">The region that the vault lies in.</param>
/// <param name="IsReplicatedToPair">Whether storage is replicated to the region's pair.</param>
/// <param name="ResidencyLimits">Where material may lie: <c>EU</c>, <c>EEA</c>, <c>SCHENGEN</c> or states.</param>
/// <param name="Contact">Whom partners ask, as manifests say it.</param>
public sealed record HomeAuthority(StateCode State, string Region, bool IsReplicatedToPair, IReadOnlyList<string> ResidencyLimits, string Contact);
