namespace Rogatory.Core.Policy;

/// <summary>An Azure region.</summary>
/// <param name="Region">Its programmatic name.</param>
/// <param name="State">The state or territory it lies in; a geography's name does not say it.</param>
/// <param name="Pair">The region that geo-redundant storage replicates to, or null.</param>
internal sealed record RegionRow(string Region, string State, string? Pair = null);
