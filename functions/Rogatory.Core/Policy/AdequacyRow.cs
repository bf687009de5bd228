namespace Rogatory.Core.Policy;

/// <summary>An adequacy decision.</summary>
/// <param name="Regime"><c>led</c> (art. 36) or <c>gdpr</c> (art. 45): one never stands in for the other.</param>
/// <param name="States">The states and territories, separated by spaces; empty for an organisation.</param>
/// <param name="From">The first day.</param>
/// <param name="Known">Since which day it was known.</param>
/// <param name="Citation">The decision.</param>
/// <param name="To">The last day; null while no end is known.</param>
/// <param name="Organisation">The international organisation that it covers.</param>
/// <param name="Partial">True when it covers some recipients only, and no public authorities.</param>
/// <param name="Eea">False while it is not part of the EEA Agreement: then it does not serve senders in IS, LI and NO.</param>
internal sealed record AdequacyRow(
    string Regime,
    string States,
    DateOnly From,
    DateOnly Known,
    string Citation,
    DateOnly? To = null,
    string? Organisation = null,
    bool Partial = false,
    bool Eea = true);
