using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>An incident as an officer or a partner reports it. An officer names what it is about as far as it is known; a partner names the case and, where it is one, the item.</summary>
/// <param name="Cause">What happened.</param>
/// <param name="Description">What happened, in words, which are sealed.</param>
/// <param name="Case">The case that the data are of.</param>
/// <param name="Item">The item of it.</param>
/// <param name="Partner">The partner concerned, as an officer says.</param>
/// <param name="Officer">The officer concerned, as an officer says.</param>
/// <param name="AwareAt">When whoever reports it became aware; now, unless said.</param>
/// <param name="Regime">The law that it falls under, as an officer says: <c>led</c> unless said.</param>
public sealed record IncidentBody(
    IncidentCause Cause, string Description, string? Case = null, string? Item = null, string? Partner = null, string? Officer = null,
    DateTimeOffset? AwareAt = null, LawRegime? Regime = null);
