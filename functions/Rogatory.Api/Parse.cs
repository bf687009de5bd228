using System.Globalization;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Incidents;

namespace Rogatory.Api;

/// <summary>Turns path segments into identifiers; one that has not the form is told apart from a missing thing by nobody.</summary>
internal static class Parse
{
    public static CaseId Case(string text) => CaseId.TryParse(text, out CaseId id) ? id : throw CaseJournal.NotFound();

    public static ItemId Item(string text) =>
        ItemId.TryParse(text, out ItemId id) ? id : throw new RefusedException("item-not-found", "The case holds no such item, or it is not sealed yet.");

    public static ItemId DeclaredItem(string text) =>
        ItemId.TryParseDeclared(text, out ItemId id) ? id : throw new RefusedException("item-not-declared", "The request does not declare this item.");

    public static ItemId AddedItem(string text) =>
        ItemId.TryParseDeclared(text, out ItemId id)
            ? id
            : throw RefusedException.Malformed("item-malformed", "/id", "1 to 40 lower-case letters, digits and hyphens are expected, not beginning with a hyphen, and not the word request.");

    public static DisclosureId Disclosure(string text) =>
        DisclosureId.TryParse(text, out DisclosureId id)
            ? id
            : throw DisclosureNotFound();

    public static RefusedException DisclosureNotFound() => new("disclosure-not-found", "There is no such disclosure, or it is not yours to see.");

    public static IncidentId Incident(string text) => IncidentId.TryParse(text, out IncidentId id) ? id : throw IncidentJournal.NotFound();

    /// <summary>A number within a case; 0, which is nothing's, for what is none.</summary>
    public static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    public static OfficerId Officer(string text) =>
        OfficerId.TryParse(text, out OfficerId id)
            ? id
            : throw new RefusedException("officer-malformed", "An officer's id is 2 to 64 lower-case letters, digits and hyphens.");

    public static PartnerId Partner(string text) =>
        PartnerId.TryParse(text, out PartnerId id)
            ? id
            : throw new RefusedException("partner-malformed", "A partner's id is 2 to 40 lower-case letters, digits and hyphens.");
}
