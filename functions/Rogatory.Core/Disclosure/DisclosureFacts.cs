using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Retention;
using Rogatory.Core.Risk;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Disclosure;

/// <summary>Puts together what the transfer check is asked: what an officer states, what the request says, and what the program knows by itself.</summary>
internal static class DisclosureFacts
{
    private static readonly string[] Known =
        ["date", "knownOn", "sendingState", "recipientState", "regions", "recipient.standing", "recipient.keyValid", "recipient.agreement", "request.outgoing",
            "risk.level", "risk.demands", "risk.originals", "risk.extracted", "found.unread", "found.setAside"];

    private const string Unrestricted = "H0";

    /// <summary>The data categories that stand in facts.</summary>
    public static IReadOnlyList<string> CategoriesIn(JsonObject facts) => [.. CodesOf(facts, "data.categories")];

    /// <summary>What the officer and the request state, as codes: what a proposal keeps on record.</summary>
    /// <exception cref="RefusedException"><c>proposal-malformed</c>: it states what the program knows by itself; <c>facts-malformed</c>.</exception>
    public static JsonObject Stated(ProposedDisclosure proposed, CaseState state, RequestDocument request, StateCode home, StateCode? supplier)
    {
        RequestFault[] known = [.. Known.Where(fact => Find(proposed.Facts, fact) is not null).Select(fact =>
            new RequestFault($"/facts/{fact.Replace('.', '/')}", "malformed", "Leave it out: the program knows it."))];
        if (known.Length > 0)
        {
            throw new RefusedException("proposal-malformed", "Something is stated that is not for an officer to state. Each fault names its member.")
            {
                Extensions = ImmutableDictionary<string, object>.Empty.Add("faults", known),
            };
        }

        JsonObject facts = TransferFacts.From(proposed.Facts).ToJson();
        RequestSummary summary = request.Summary;
        var items = ItemFacts.Of(state, proposed.Items, summary.DataCategories, home, supplier);
        var found = FoundFacts.Of(state, proposed);
        JsonArray? categories = Codes(items.Categories.Concat(found.Categories).Concat(CodesOf(facts, "data.categories")));
        Set(facts, "data.categories", categories ?? (items.AreAllDeclared ? [] : null));
        Set(facts, "found.unread", found.IsUnread);
        Set(facts, "found.setAside", Codes(found.SetAside) ?? []);
        SetHandling(facts, state.Request.Handling);
        items.SetOrigin(facts);
        if (proposed.Accuracy is not null)
            Set(facts, "data.accuracyIndicated", true);
        if (proposed.Partner == state.Partner)
            SetRequest(facts, proposed, state, summary);
        if (state.Kind == CaseKind.Spontaneous)
            Set(facts, "request.spontaneous", true);
        if (proposed.Items.Any(state.Extracts.HasOf))
            Set(facts, "risk.extracted", true);

        return TransferFacts.From(facts).ToJson();
    }

    /// <summary>What was stated, with what the program knows at this moment.</summary>
    public static TransferFacts Full(DisclosureProposed proposal, RiskAssessment? risk, HomeAuthority home, RegisteredPartner? partner, DateTimeOffset now)
    {
        var facts = (JsonObject)proposal.Stated.DeepClone();
        Set(facts, "risk.level", risk?.Level.ToString().ToLowerInvariant() ?? "not-assessed");
        Set(facts, "risk.demands", risk is null ? null : new JsonArray([.. risk.Demands.Select(one => JsonValue.Create(one.Mitigation))]));
        Set(facts, "risk.originals", proposal.Items.Any(Derivation.IsOriginal));
        DateOnly day = DateOnly.FromDateTime(now.UtcDateTime);
        Set(facts, "date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Set(facts, "sendingState", home.State.ToString());
        Set(facts, "recipient.standing", partner is null ? "not-registered" : partner.IsSuspended ? "suspended" : "registered");
        if (partner is not null)
        {
            Set(facts, "recipientState", partner.Entry.Jurisdiction.ToString());
            Set(facts, "recipient.keyValid", partner.HasValidKeysAt(now));
            Set(facts, "recipient.agreement", AgreementWith(partner, facts, day));
        }

        Set(facts, "regions", new JsonObject
        {
            ["stored"] = home.Region,
            ["outbound"] = proposal.Region,
            ["replication"] = home.IsReplicatedToPair ? "paired" : "none",
            ["limits"] = new JsonArray([.. home.ResidencyLimits.Select(area => JsonValue.Create(area))]),
        });
        return TransferFacts.From(facts);
    }

    private static string AgreementWith(RegisteredPartner partner, JsonObject facts, DateOnly day)
    {
        PartnerAgreement[] covering = [.. partner.Agreements.Values.Where(one => one.Covers(CodesOf(facts, "purposes"), CodesOf(facts, "data.categories")))];
        return covering.Any(one => one.IsInForceOn(day)) ? "in-force" : covering.Length > 0 ? "lapsed" : "none";
    }

    // Codes of handling don't stand in for one another, so an officer's takes the place of no other that the request carries.
    private static void SetHandling(JsonObject facts, string? carried)
    {
        string? stated = Find(facts, "data.handling")?.GetValue<string>();
        if (carried is null || (carried == Unrestricted && stated is not null))
            return;
        if (stated is not null && stated != carried && stated != Unrestricted)
            throw RefusedException.Malformed("proposal-malformed", "/facts/data/handling", "The request carries another handling code, which stands.");
        Set(facts, "data.handling", carried);
    }

    private static void SetRequest(JsonObject facts, ProposedDisclosure proposed, CaseState state, RequestSummary summary)
    {
        Fill(facts, "instrument.named", () => summary.Instrument);
        Fill(facts, "purposes", () => summary.Purpose is { } purpose ? new JsonArray(purpose) : null);
        if (state.Kind == CaseKind.Incoming)
        {
            Set(facts, "request.dataCategories", Codes(summary.DataCategories));
            Set(facts, "request.confidentialityAsked", summary.Confidential);
            // An officer may say that more is beyond the request than categories show, and not that less is.
            if (Find(facts, "release.beyondRequest") is JsonValue beyond && !beyond.GetValue<bool>())
                facts["release"]!.AsObject().Remove("beyondRequest");
        }
        else if (state.Kind == CaseKind.Outgoing && proposed.Items.Contains(CaseState.RequestItem))
        {
            Set(facts, "request.outgoing", true);
            Set(facts, "request.spontaneous", false);
            Set(facts, "request.confidentialityAsked", summary.Confidential);
        }
    }

    private static JsonArray? Codes(IEnumerable<string> codes)
    {
        JsonNode[] all = [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => JsonValue.Create(code))];
        return all.Length == 0 ? null : new JsonArray(all);
    }

    private static IEnumerable<string> CodesOf(JsonObject facts, string path) =>
        (Find(facts, path) as JsonArray ?? []).Select(code => code!.GetValue<string>());

    private static JsonNode? Find(JsonObject facts, string path) =>
        path.Split('.', 2) is [var section, var rest]
            ? facts[section] is JsonObject inner ? Find(inner, rest) : null
            : facts[path];

    private static void Fill(JsonObject facts, string path, Func<JsonNode?> value)
    {
        if (Find(facts, path) is null)
            Set(facts, path, value());
    }

    private static void Set(JsonObject facts, string path, JsonNode? value)
    {
        if (value is null)
            return;
        if (path.Split('.', 2) is [var section, var rest])
        {
            if (facts[section] is not JsonObject inner)
                facts[section] = inner = [];
            Set(inner, rest, value);
        }
        else
        {
            facts[path] = value;
        }
    }
}
