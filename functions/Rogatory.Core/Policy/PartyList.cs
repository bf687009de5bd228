namespace Rogatory.Core.Policy;

/// <summary>The states that an instrument or a union binds.</summary>
/// <param name="Id">The instrument's id, or <c>EU</c>, <c>EEA</c>, <c>SCHENGEN</c>.</param>
/// <param name="Citation">The provision on its entry into force or its members.</param>
/// <param name="Confirm">Whether a recalled entry needs somebody who relies on it by name or has looked it up. False for near universal conventions.</param>
/// <param name="Rows">The entries.</param>
/// <param name="InForce">Since when it is in force; null while it is not.</param>
internal sealed record PartyList(string Id, string Citation, bool Confirm, IReadOnlyList<PartyRow> Rows, DateOnly? InForce = null);
