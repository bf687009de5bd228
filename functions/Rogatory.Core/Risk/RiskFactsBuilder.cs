using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Risk;

/// <summary>Puts the facts of a case, or of some of its items, into the words of <see cref="RiskFacts"/>.</summary>
internal sealed class RiskFactsBuilder(CaseState state, RiskSources sources, DateTimeOffset now)
{
    private static readonly ImmutableArray<(string Code, long From)> ItemSteps = [("items-10", 10), ("items-50", 50)];
    private static readonly ImmutableArray<(string Code, long From)> ByteSteps = [("bytes-100-mib", 100L << 20), ("bytes-10-gib", 10L << 30)];
    private static readonly ImmutableArray<(string Code, long From)> FindingSteps = [("findings-1000", 1_000), ("findings-10000", 10_000)];
    private static readonly ImmutableArray<(string Code, long From)> PersonSteps = [("persons-100", 100), ("persons-1000", 1_000)];

    private static readonly string[] OfficialNumbers = ["national-number", "tax-number", "health-number", "identity-card", "passport", "driving-licence"];
    private static readonly string[] Accounts = ["iban", "payment-card", "bank-account", "crypto-address"];

    // What is declared, and what is found, by what of it is sensitive.
    private static readonly (string Sensitive, string[] Declared, string[] Found)[] Sensitive =
    [
        ("official-numbers", [], OfficialNumbers),
        ("financial", ["bank-records", "tax-records"], Accounts),
        ("location", ["location"], ["coordinates"]),
        ("communications", ["communications-content", "traffic-data"], ["device-number"]),
        ("criminal-records", ["criminal-records"], ["criminal-record"]),
        ("privilege", [], ["privilege"]),
        ("secrecy", [], ["secrecy"]),
    ];

    // The grounds of the transfer facts that matter here, whatever came of them.
    private static readonly (string Ground, string Raised)[] Grounds =
    [
        ("deathPenaltyRisk", "death-penalty"), ("tortureRisk", "torture"), ("discriminatoryPurpose", "discrimination"),
        ("fundamentalRightsBreach", "fundamental-rights"), ("politicalOffence", "political-offence"),
    ];

    private readonly SortedSet<string> _raised = new(state.Request.Raised ?? [], StringComparer.Ordinal);
    private JsonObject _data = [];
    private JsonArray? _subjects;
    private JsonArray? _volume;
    private JsonObject _partner = [];

    /// <summary>Whether an item of the case waits for classification.</summary>
    public static bool IsAnyWaiting(CaseState state) => state.Sealed.Values.Any(one => IsContent(state, one.Item) && state.Classification.Find(one.Item) is null);

    /// <summary>About how many persons are meant by what was found, by category.</summary>
    public static long PersonsIn(IReadOnlyDictionary<string, long> found) =>
        Math.Max(found.GetValueOrDefault("person-name"), OfficialNumbers.Sum(code => found.GetValueOrDefault(code)));

    /// <summary>Takes what is known of these items.</summary>
    /// <param name="items">The items; those that hold no material, or are erased, say nothing.</param>
    /// <param name="declared">The data categories that they are declared to have.</param>
    public RiskFactsBuilder Items(IReadOnlyList<ItemId> items, IReadOnlyList<string> declared)
    {
        ItemSealed[] material = [.. items.Where(item => IsContent(state, item)).Select(state.Find).OfType<ItemSealed>()];
        ItemClassified[] classified = [.. material.Select(one => state.Classification.Find(one.Item)).OfType<ItemClassified>()];
        Dictionary<string, long> found = classified.SelectMany(one => FoundIn(state, one)).GroupBy(one => one.Key, one => one.Value).ToDictionary(one => one.Key, one => one.Sum());
        string[] reading = Reading(material.Length > classified.Length, classified, found);
        string[] special = [.. declared.Where(RequestVocabulary.SpecialCategories.Contains)
            .Concat(found.Keys.Select(FindingCategories.Find).Where(one => one?.Family == "special").SelectMany(one => one!.DataCategories))];
        bool isPartial = reading.Any(code => code is "waiting" or "unread" or "breach" or "unread-seen");
        _data = new JsonObject
        {
            ["special"] = special.Length == 0 && isPartial ? null : Codes(special),
            ["sensitive"] = Codes(Sensitive.Where(one => one.Declared.Any(declared.Contains) || one.Found.Any(found.ContainsKey)).Select(one => one.Sensitive)),
            ["reading"] = Codes(reading),
            ["handling"] = state.Request.Handling,
        };
        string[] subjects = [.. (state.Request.Subjects ?? []).Concat(found.Keys.Where(code => FindingCategories.Find(code)?.Family == "vulnerable"))];
        _subjects = subjects.Length == 0 && (isPartial || state.Request.Subjects is null) ? null : Codes(subjects);
        _volume = Codes(
        [
            .. Reached(ItemSteps, material.Length),
            .. Reached(ByteSteps, material.Sum(one => one.Size)),
            .. Reached(FindingSteps, found.Values.Sum()),
            .. Reached(PersonSteps, PersonsIn(found)),
        ]);
        return this;
    }

    /// <summary>Takes what is known of these partners.</summary>
    public RiskFactsBuilder Partners(IReadOnlyList<PartnerId> partners)
    {
        RegisteredPartner?[] entries = [.. partners.Distinct().Select(one => sources.Partners.GetValueOrDefault(one.ToString()) is { IsSuspended: false } active ? active : null)];
        RegisteredPartner[] registered = [.. entries.OfType<RegisteredPartner>()];
        _partner = new JsonObject
        {
            ["standing"] = Codes(entries.Select(one => one is null ? "not-registered" : "registered")),
            ["key"] = registered.Length == 0 ? null : Codes(registered.Select(one => one.HasValidKeysAt(now) ? "valid" : "not-valid")),
            ["protection"] = registered.Length == 0 || sources.Policy.Transfer is not { } law ? null
                : Codes(registered.Select(one => ProtectionIn(law.Tables, one.Entry.Jurisdiction.ToString()))),
        };
        return this;
    }

    /// <summary>Takes the grounds that a proposal which is not on record yet raises.</summary>
    public RiskFactsBuilder Raised(JsonObject stated)
    {
        foreach ((string ground, string raised) in Grounds)
        {
            if ((stated["grounds"] as JsonObject)?[ground] is JsonObject judgement && judgement["value"]?.GetValue<bool>() == true)
                _raised.Add(raised);
        }

        return this;
    }

    public RiskFacts Build()
    {
        foreach (DisclosureState disclosure in state.Disclosures)
            Raised(disclosure.Proposal.Stated);
        return RiskFacts.From(new JsonObject
        {
            ["data"] = _data,
            ["subjects"] = _subjects,
            ["volume"] = _volume,
            ["partner"] = _partner,
            ["request"] = new JsonObject
            {
                ["kind"] = state.Kind.ToString().ToLowerInvariant(),
                ["instrument"] = sources.Policy.Instruments.Contains(state.Request.Instrument) && RiskFacts.Knows("request.instrument", state.Request.Instrument) ? state.Request.Instrument : "other",
                ["urgency"] = state.Request.Urgency,
                ["raised"] = Codes(_raised),
            },
            ["incidents"] = new JsonObject
            {
                ["case"] = Codes(sources.Incidents.Where(one => one.Case == state.Case).SelectMany(CodesOf)),
                ["partner"] = Codes(sources.Incidents.Where(one => one.Case != state.Case && one.Partner == state.Partner).SelectMany(CodesOf)),
            },
        });
    }

    // The format of a request has members of these names (minor, role). What it says by them is known from its codes.
    internal static IEnumerable<KeyValuePair<string, long>> FoundIn(CaseState state, ItemClassified one) =>
        (Derivation.OriginalOf(one.Item) != CaseState.RequestItem
            ? one.Categories
            : one.Categories.Where(found => FindingCategories.Find(found.Key)?.Family != "vulnerable"))
        .Concat(state.Extracts.MarkedIn(one.Item));

    private string[] Reading(bool isWaiting, ItemClassified[] classified, Dictionary<string, long> found)
    {
        bool IsUnread(ItemClassified one) => one.Unread.Count > 0 || one.Breaches.Count > 0;
        var codes = new List<string>();
        if (isWaiting)
            codes.Add("waiting");
        if (classified.Any(one => one.Unread.Count > 0 && !state.Risk.IsOpened(one.Item)))
            codes.Add("unread");
        if (classified.Any(one => one.Breaches.Count > 0 && !state.Risk.IsOpened(one.Item)))
            codes.Add("breach");
        if (classified.Any(one => IsUnread(one) && state.Risk.IsOpened(one.Item)))
            codes.Add("unread-seen");
        if (classified.Where(one => one.Item != CaseState.RequestItem).SelectMany(one => one.Doubtful.Keys).Any(code => !found.ContainsKey(code) && FindingCategories.Find(code)?.Family is "special" or "vulnerable"))
            codes.Add("doubtful");
        return [.. codes];
    }

    private string ProtectionIn(LawTables tables, string recipient)
    {
        DateOnly day = DateOnly.FromDateTime(now.UtcDateTime);
        bool IsOf(string list) => tables.Of(list, recipient, day, knownOn: null) is Membership.Yes or Membership.Recalled;
        return recipient == sources.Home.ToString() || IsOf("SCHENGEN") ? "led"
            : tables.Adequacy("led", recipient, day, knownOn: null) is { Partial: false } ? "led-adequate"
            : IsOf("ETS108") ? "convention-108" : "none";
    }

    private static bool IsContent(CaseState state, ItemId item) => Derivation.IsContent(item) && !state.Retention.IsGone(item);

    private static IEnumerable<string> Reached(ImmutableArray<(string Code, long From)> steps, long count) => steps.Where(step => count >= step.From).Select(step => step.Code);

    private static string[] CodesOf(RiskIncident one) => one.IsOfLedger ? ["breach", "ledger"] : [one.IsBreach ? "breach" : "stalled"];

    private static JsonArray Codes(IEnumerable<string> codes) =>
        [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => (JsonNode)JsonValue.Create(code))];
}
