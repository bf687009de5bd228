using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Disclosure;

/// <summary>Puts together what the transfer check is asked: what an officer states, what the request says, and what the program knows by itself.</summary>
internal static class DisclosureFacts
{
    private static readonly string[] Known =
        ["date", "knownOn", "sendingState", "recipientState", "regions", "recipient.standing", "recipient.keyValid"];

    private const string Unrestricted = "H0";

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
        Set(facts, "data.categories", Codes(summary.DataCategories.Concat(CodesOf(facts, "data.categories"))));
        SetHandling(facts, state.Request.Handling);
        if (supplier != home && proposed.Items.Any(item => item == CaseState.RequestItem || !item.IsOurs))
            SetSupplier(facts, supplier);
        if (proposed.Accuracy is not null)
            Set(facts, "data.accuracyIndicated", true);
        if (proposed.Partner == state.Partner)
        {
            Fill(facts, "instrument.named", () => summary.Instrument);
            Fill(facts, "purposes", () => summary.Purpose is { } purpose ? new JsonArray(purpose) : null);
            Set(facts, "request.dataCategories", Codes(summary.DataCategories));
            Set(facts, "request.confidentialityAsked", summary.Confidential);
            // An officer may say that more is beyond the request than categories show, and not that less is.
            if (Find(facts, "release.beyondRequest") is JsonValue beyond && !beyond.GetValue<bool>())
                facts["release"]!.AsObject().Remove("beyondRequest");
        }

        return TransferFacts.From(facts).ToJson();
    }

    /// <summary>What was stated, with what the program knows at this moment.</summary>
    public static TransferFacts Full(JsonObject stated, HomeAuthority home, string region, PartnerRegistered? partner, DateTimeOffset now)
    {
        var facts = (JsonObject)stated.DeepClone();
        Set(facts, "date", DateOnly.FromDateTime(now.UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Set(facts, "sendingState", home.State.ToString());
        Set(facts, "recipient.standing", partner is null ? "not-registered" : "registered");
        if (partner is not null)
        {
            Set(facts, "recipientState", partner.Jurisdiction.ToString());
            Set(facts, "recipient.keyValid", now >= partner.ValidFrom && now < partner.ValidUntil);
        }

        Set(facts, "regions", new JsonObject
        {
            ["stored"] = home.Region,
            ["outbound"] = region,
            ["replication"] = home.IsReplicatedToPair ? "paired" : "none",
            ["limits"] = new JsonArray([.. home.ResidencyLimits.Select(area => JsonValue.Create(area))]),
        });
        return TransferFacts.From(facts);
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

    // Whatever else an officer calls it: what a partner sent was not gathered by us, and is that state's to bind. Who sent it as part of a
    // joint team, an officer knows.
    private static void SetSupplier(JsonObject facts, StateCode? supplier)
    {
        if (Find(facts, "origin.kind")?.GetValue<string>() == "joint-team")
            return;
        Set(facts, "origin.kind", "partner-state");
        facts["origin"]!.AsObject().Remove("state");
        Set(facts, "origin.state", supplier?.ToString());
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
