using System.Collections.Frozen;
using System.Globalization;
using Rogatory.Core.Intake;

namespace Rogatory.Core.Policy;

/// <summary>The members of a request that rules can be about, and where each is absent. A blank text is absent.</summary>
internal static class RequestFields
{
    private static readonly FrozenDictionary<string, Func<RequestDocument, IEnumerable<string>>> All =
        new Dictionary<string, Func<RequestDocument, IEnumerable<string>>>
        {
            ["/authority/name"] = One("/authority/name", request => request.Authority?.Name),
            ["/authority/role"] = One("/authority/role", request => request.Authority?.Role),
            ["/authority/contact"] = One("/authority/contact", request => request.Authority?.Contact),
            ["/proceeding/subject"] = One("/proceeding/subject", request => request.Proceeding?.Subject),
            ["/proceeding/nature"] = One("/proceeding/nature", request => request.Proceeding?.Nature),
            ["/proceeding/conductedBy"] = One("/proceeding/conductedBy", request => request.Proceeding?.ConductedBy),
            ["/purpose"] = One("/purpose", request => request.Purpose),
            ["/facts"] = One("/facts", request => request.Facts),
            ["/respondBy"] = One("/respondBy", request => request.RespondBy?.ToString("O", CultureInfo.InvariantCulture)),
            ["/handling"] = One("/handling", request => request.Handling),
            ["/offences"] = Any("/offences", request => request.Offences.Count),
            ["/offences/*/description"] = Each("/offences", "description", request => request.Offences, offence => offence.Description),
            ["/offences/*/law"] = Each("/offences", "law", request => request.Offences, offence => offence.Law),
            ["/assistance"] = Any("/assistance", request => request.Assistance.Count),
            ["/assistance/*/kind"] = Each("/assistance", "kind", request => request.Assistance, sought => sought.Kind),
            ["/assistance/*/description"] = Each("/assistance", "description", request => request.Assistance, sought => sought.Description),
            ["/persons"] = Any("/persons", request => request.Persons.Count),
            ["/persons/*/name"] = Each("/persons", "name", request => request.Persons, person => person.Name),
            ["/persons/*/nationality"] = Each("/persons", "nationality", request => request.Persons, person => person.Nationality?.ToString()),
            ["/persons/*/address"] = Each("/persons", "address", request => request.Persons, person => person.Address),
            ["/persons/addressee/name"] = EachAddressee("name", person => person.Name),
            ["/persons/addressee/address"] = EachAddressee("address", person => person.Address),
            ["/dataCategories"] = Any("/dataCategories", request => request.DataCategories.Count),
        }.ToFrozenDictionary();

    public static bool IsKnown(string field) => All.ContainsKey(field);

    /// <summary>JSON pointers to where the field is absent. Entries of an empty array lack nothing: the array itself is another field.</summary>
    public static IEnumerable<string> Absent(string field, RequestDocument request) => All[field](request);

    private static Func<RequestDocument, IEnumerable<string>> One(string pointer, Func<RequestDocument, string?> value) =>
        request => string.IsNullOrWhiteSpace(value(request)) ? [pointer] : [];

    private static Func<RequestDocument, IEnumerable<string>> Any(string pointer, Func<RequestDocument, int> count) =>
        request => count(request) == 0 ? [pointer] : [];

    // Where nobody is called the addressee, everybody may be.
    private static Func<RequestDocument, IEnumerable<string>> EachAddressee(string member, Func<PersonConcerned, string?> value) =>
        request => Each("/persons", member, one => one.Persons, value, request.Persons.Any(IsAddressee) ? IsAddressee : _ => true)(request);

    private static bool IsAddressee(PersonConcerned person) => person.Role == "addressee";

    private static Func<RequestDocument, IEnumerable<string>> Each<T>(
        string array, string member, Func<RequestDocument, IReadOnlyList<T>> entries, Func<T, string?> value, Func<T, bool>? among = null) =>
        request => entries(request)
            .Select((entry, index) => (entry, pointer: $"{array}/{index}/{member}"))
            .Where(one => among?.Invoke(one.entry) != false)
            .Where(one => string.IsNullOrWhiteSpace(value(one.entry)))
            .Select(one => one.pointer);
}
