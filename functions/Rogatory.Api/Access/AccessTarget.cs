using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Access;

/// <summary>What a call is about, as its address says.</summary>
/// <param name="Case">The case; null where the call is about none, or the address names none.</param>
/// <param name="Item">The item of it; null for the whole case.</param>
/// <param name="Subject">The officer whose record it is about; null where it is about none's.</param>
/// <param name="Missing">The answer to an officer who might have acted, where there is no such case; null where the call is about none.</param>
public sealed record AccessTarget(CaseId? Case, ItemId? Item, OfficerId? Subject, RefusedException? Missing)
{
    /// <summary>The incident whose case it is about, if it has one.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The broken glass whose case it is about, by its number; null where it is about none.</summary>
    public int? Glass { get; init; }

    public static AccessTarget None { get; } = new(null, null, null, null);

    public static AccessTarget OfCase(string @case) => new(CaseId.TryParse(@case, out CaseId id) ? id : null, null, null, CaseJournal.NotFound());

    public static AccessTarget OfItem(string @case, string item) => OfCase(@case) with { Item = ItemId.TryParse(item, out ItemId id) ? id : null };

    public static AccessTarget OfDisclosure(string disclosure) =>
        new(DisclosureId.TryParse(disclosure, out DisclosureId id) ? id.Case : null, null, null, Parse.DisclosureNotFound());

    public static AccessTarget OfIncident(string incident) => None with { Incident = IncidentId.TryParse(incident, out IncidentId id) ? id : null };

    public static AccessTarget OfGlass(string glass) => None with { Glass = Parse.Number(glass) };

    public static AccessTarget OfOfficer(string officer) => new(null, null, OfficerId.TryParse(officer, out OfficerId id) ? id : null, null);

    public static AccessTarget OfOfficer(string officer, string @case) => OfCase(@case) with { Subject = OfOfficer(officer).Subject };
}
