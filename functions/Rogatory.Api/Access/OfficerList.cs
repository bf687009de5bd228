namespace Rogatory.Api.Access;

/// <summary>The officers of the register.</summary>
public sealed record OfficerList(IReadOnlyList<OfficerView> Officers);
