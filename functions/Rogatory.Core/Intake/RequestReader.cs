using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Intake;

/// <summary>Turns a document's bytes into a <see cref="RequestDocument"/>, member by member in the order of the format.</summary>
internal static partial class RequestReader
{
    private const decimal MostPenaltyYears = 100;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = RequestLimits.MostDepth };

    /// <summary>The document as far as it can be read; null when it is no document at all. It counts only when no fault was found.</summary>
    public static RequestDocument? Read(ReadOnlyMemory<byte> utf8, PolicySet? policy, RequestFaults faults)
    {
        if (utf8.Length > RequestLimits.MostBytes)
        {
            faults.Add("", "too-large", $"At most {RequestLimits.MostBytes} bytes are accepted.");
            return null;
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            faults.Add("", "malformed-json", "The document is not UTF-8.");
            return null;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(utf8, Options);
            return Read(json.RootElement, policy, faults);
        }
        catch (JsonException malformed)
        {
            faults.Add("", "malformed-json",
                $"The document is not JSON (RFC 8259), or is nested deeper than {RequestLimits.MostDepth} levels, at line {malformed.LineNumber + 1}.");
            return null;
        }
    }

    // Every member is read even when an earlier one was refused, so that the partner hears of all faults at once. Stand-ins for what is
    // refused never leave this class: a document with a fault is not handed out.
    private static RequestDocument? Read(JsonElement json, PolicySet? policy, RequestFaults faults)
    {
        RequestObject? root = RequestObject.Of(
            json, "", faults, "reference", "authority", "proceeding", "legalBasis", "purpose", "offences", "facts", "assistance", "persons",
            "urgency", "respondBy", "confidential", "handling", "dataCategories", "items");
        return root is null ? null : new RequestDocument
        {
            Reference = Reference(root),
            Authority = Authority(root.Object("authority", "name", "role", "contact")),
            Proceeding = Proceeding(root.Object("proceeding", "subject", "nature", "conductedBy")),
            LegalBasis = LegalBasis(root, policy),
            Purpose = root.Code("purpose", RequestVocabulary.Purposes),
            Offences = root.Objects(
                "offences", RequestLimits.MostEntries, Offence, "description", "law", "maxPenaltyYears", "political", "fiscal"),
            Facts = root.Prose("facts"),
            Assistance = root.Objects("assistance", RequestLimits.MostEntries, Assistance, "kind", "description", "procedure"),
            Persons = root.Objects(
                "persons", RequestLimits.MostPersons, Person, "name", "role", "nationality", "born", "minor", "address"),
            Urgency = root.Code("urgency", RequestVocabulary.Urgencies),
            RespondBy = root.Date("respondBy"),
            Confidential = root.Flag("confidential"),
            Handling = root.Code("handling", RequestVocabulary.Handlings),
            DataCategories = root.Codes("dataCategories", RequestVocabulary.DataCategories),
            Items = Items(root),
        };
    }

    private static string Reference(RequestObject root)
    {
        if (!root.Requires("reference") || root.Line("reference", RequestLimits.MostReferenceLength) is not { } reference)
            return "";
        if (reference.Trim().Length != reference.Length || reference.Length == 0)
            root.Fault("reference", "malformed", "A reference that neither is blank nor begins or ends with a space is expected.");
        return reference;
    }

    private static RequestingAuthority? Authority(RequestObject? authority) => authority is null ? null : new(
        authority.Line("name"), authority.Code("role", RequestVocabulary.AuthorityRoles), authority.Prose("contact"));

    private static Proceeding? Proceeding(RequestObject? proceeding) => proceeding is null ? null : new(
        proceeding.Prose("subject"), proceeding.Code("nature", RequestVocabulary.ProceedingNatures), proceeding.Prose("conductedBy"));

    private static LegalBasis LegalBasis(RequestObject root, PolicySet? policy)
    {
        if (!root.Has("legalBasis"))
            root.Fault("legalBasis/instrument", "required", "This member is required.");
        RequestObject? legalBasis = root.Object("legalBasis", "instrument", "article");
        string? instrument = legalBasis is not null && legalBasis.Requires("instrument")
            ? legalBasis.Line("instrument", id => IsKnown(id, policy), "unknown-instrument", Expected(policy))
            : null;
        string? article = legalBasis?.Line("article", ArticleForm().IsMatch, "malformed", "One article such as 46 or 46(3)(f) is expected.");
        return new LegalBasis(instrument ?? "", article);
    }

    private static bool IsKnown(string instrument, PolicySet? policy) =>
        policy is null ? InstrumentForm().IsMatch(instrument) : policy.Instruments.Contains(instrument);

    private static string Expected(PolicySet? policy) =>
        $"An instrument that this authority has rules for is expected: {string.Join(", ", (policy?.Instruments ?? []).Order(StringComparer.Ordinal))}.";

    private static Offence Offence(RequestObject offence) => new(
        offence.Prose("description"), offence.Prose("law"), offence.Number("maxPenaltyYears", MostPenaltyYears),
        offence.Flag("political"), offence.Flag("fiscal"));

    private static AssistanceSought Assistance(RequestObject sought) => new(
        sought.Code("kind", RequestVocabulary.AssistanceKinds), sought.Prose("description"), sought.Prose("procedure"));

    private static PersonConcerned Person(RequestObject person)
    {
        string? nationality = person.Line(
            "nationality", code => StateCode.TryParse(code, out _), "unknown-state", "An assigned ISO 3166-1 alpha-2 code in upper case is expected.");
        return new PersonConcerned(
            person.Line("name"), person.Code("role", RequestVocabulary.PersonRoles), nationality is null ? null : StateCode.Parse(nationality),
            person.Date("born"), person.Flag("minor"), person.Prose("address"));
    }

    private static IReadOnlyList<DeclaredItem> Items(RequestObject root)
    {
        root.Requires("items");
        var ids = new HashSet<ItemId>();
        return root.Objects("items", RequestLimits.MostItems, item => Item(item, ids), "id", "name", "type", "size", "sha256");
    }

    private static DeclaredItem? Item(RequestObject item, HashSet<ItemId> ids)
    {
        foreach (string member in (string[])["id", "name", "type", "size", "sha256"])
            item.Requires(member);
        string? id = item.Line("id", text => ItemId.TryParseDeclared(text, out _), "malformed",
            "1 to 40 lower-case letters, digits and hyphens are expected, not beginning with a hyphen, and not the word request.");
        string? name = item.Line("name", RequestText.IsFileName, "unsafe-name",
            $"A plain file name of at most {RequestLimits.MostNameBytes} bytes is expected: no path, no device name, no dot or space at either end.");
        string? type = item.Line("type", RequestText.IsMediaType, "malformed", "A media type such as text/csv, without parameters, is expected.");
        string? sha256 = item.Line("sha256", RequestText.IsDigest, "malformed", "64 lower-case hex digits are expected.");
        long? size = item.Integer("size", RequestLimits.MostItemBytes);
        if (id is not null && !ids.Add(ItemId.Parse(id)))
            item.Fault("id", "duplicate", "Each item has an id of its own.");
        return id is null || name is null || type is null || sha256 is null || size is null
            ? null
            : new DeclaredItem(ItemId.Parse(id), name, type, size.Value, Convert.FromHexString(sha256));
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9-]{1,15}\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex InstrumentForm();

    [GeneratedRegex(@"\A[0-9]{1,3}[a-z]?(\([0-9a-z]{1,4}\)){0,4}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex ArticleForm();
}
