using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>Where an incident is, as far as it is known when it is opened; all null when it is the system as a whole.</summary>
/// <param name="Case">The case.</param>
/// <param name="Item">The item in it; null when it is the case as a whole.</param>
/// <param name="Partner">The partner whose doing, keys or copies it is about.</param>
/// <param name="Officer">The officer whose doing it is about.</param>
public sealed record IncidentPlace(CaseId? Case = null, ItemId? Item = null, PartnerId? Partner = null, OfficerId? Officer = null);
