using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents;

/// <summary>A notice as JSON, with the content that its article demands. The same facts and words give the same bytes.</summary>
public sealed class NoticeDocument
{
    private NoticeDocument(JsonObject content, bool isComplete, bool saysWhyLate)
    {
        Content = content;
        IsComplete = isComplete;
        SaysWhyLate = saysWhyLate;
        Bytes = CanonicalJson.Serialize(content);
    }

    /// <summary>The document.</summary>
    public JsonObject Content { get; }

    /// <summary>Its canonical JSON (RFC 8785).</summary>
    public byte[] Bytes { get; }

    /// <summary>Lower-case hex SHA-256 of <see cref="Bytes"/>.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>Whether all is in it that the article demands; else it says under <c>toFollow</c> what comes in a later phase (LED art. 30(4)).</summary>
    public bool IsComplete { get; }

    /// <summary>Whether it gives reasons for a delay.</summary>
    public bool SaysWhyLate { get; }

    /// <summary>Puts it together.</summary>
    /// <param name="state">The incident.</param>
    /// <param name="draft">What the officer says.</param>
    /// <param name="partnerName">What the partner is called; null where it goes to none, or to one that is not registered.</param>
    /// <param name="affected">What is affected, for a partner of what concerns it.</param>
    /// <param name="rules">The rules on incidents.</param>
    /// <param name="home">The authority.</param>
    internal static NoticeDocument Of(IncidentState state, NoticeDraft draft, string? partnerName, AffectedMaterial affected, IncidentPolicy rules, HomeAuthority home, Space space)
    {
        bool isPersonal = draft.Kind == NoticeKind.PersonsConcerned;
        List<string> toFollow = [];
        Require("consequences", draft.Consequences);
        Require("measures", draft.Measures);
        if (isPersonal)
            Require("plainWords", draft.PlainWords);
        CauseRule cause = rules.Of(state.Opened.Cause);
        IncidentClock? clock = state.Find(IncidentDecider.ClockOf(draft.Kind, draft.Partner));
        var content = new JsonObject
        {
            ["notice"] = Word(draft.Kind),
            ["incident"] = state.Incident.ToString(),
            ["phase"] = state.PhaseOf(draft.Kind, draft.Partner),
            ["partner"] = draft.Partner?.ToString(),
            ["partnerName"] = partnerName,
            ["articles"] = Strings(ArticlesOf(draft.Kind, state.Opened.Regime)),
            ["controller"] = home.Contact,
            ["contactPoint"] = draft.ContactPoint ?? home.Contact,
            ["awareAt"] = At(state.AwareAt),
            ["due"] = clock is null ? null : At(clock.Started.Due),
            ["delayReasons"] = draft.DelayReasons,
            ["nature"] = new JsonObject
            {
                ["cause"] = Word(state.Opened.Cause),
                ["description"] = cause.Message,
                ["affects"] = Strings(cause.Nature),
                ["personsAbout"] = draft.Persons ?? Known(affected.Persons, isSure: false),
                ["personCategories"] = Strings(affected.Subjects),
                ["recordsAbout"] = Known(affected.Items.Count, isSure: affected.Unread.Count == 0),
                ["recordCategories"] = Strings(affected.Categories),
                ["notKnown"] = affected.Unread.Count,
                ["keysLeft"] = affected.Keys.Count,
            },
            ["plainWords"] = draft.PlainWords,
            ["consequences"] = draft.Consequences,
            ["measures"] = new JsonObject { ["onRecord"] = Strings(MeasuresOf(state)), ["statement"] = draft.Measures },
            ["restrictions"] = draft.Restrictions,
            ["toFollow"] = Strings(toFollow),
        };
        if (space == Space.Drill)
            content["space"] = space.Name;
        if (draft.Partner is not null)
            content["cases"] = Strings(affected.Items.Values.Select(one => one.Case.ToString()).Distinct(StringComparer.Ordinal));
        return new NoticeDocument(content, toFollow.Count == 0, draft.DelayReasons is not null);

        void Require(string what, string? text)
        {
            if (text is null)
                toFollow.Add(what);
        }
    }

    // That none was found is no number, where not all could be read.
    private static long? Known(long count, bool isSure) => count > 0 || isSure ? count : null;

    /// <summary>The articles that say what is in a notice.</summary>
    internal static IReadOnlyList<string> ArticlesOf(NoticeKind kind, LawRegime regime) => (kind, regime) switch
    {
        (NoticeKind.SupervisoryAuthority, LawRegime.Led) => ["LED art. 30(1)", "LED art. 30(3)", "LED art. 30(4)"],
        (NoticeKind.SupervisoryAuthority, LawRegime.Gdpr) => ["GDPR art. 33(1)", "GDPR art. 33(3)", "GDPR art. 33(4)"],
        (NoticeKind.PartnerController, _) => ["LED art. 30(6)", "LED art. 30(3)"],
        (NoticeKind.TransferringParty, _) => ["CETS 224 art. 14(7)"],
        (NoticeKind.PersonsConcerned, LawRegime.Led) => ["LED art. 31(1)", "LED art. 31(2)"],
        (NoticeKind.PersonsConcerned, LawRegime.Gdpr) => ["GDPR art. 34(1)", "GDPR art. 34(2)"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    // The codes of what was done, in the order in which it was.
    private static IEnumerable<string> MeasuresOf(IncidentState state) => state.Measures.Select(one => Word(one.Measure)).Distinct(StringComparer.Ordinal);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");

    private static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonArray Strings(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)JsonValue.Create(text))];
}
