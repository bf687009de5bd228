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

    /// <summary>What the officer and the request state, as codes: what a proposal keeps on record.</summary>
    /// <exception cref="RefusedException"><c>proposal-malformed</c>: it states what the program knows by itself; <c>facts-malformed</c>.</exception>
    public static JsonObject Stated(ProposedDisclosure proposed, CaseState state, RequestDocument request, StateCode? origin)
    {
        foreach (string fact in Known)
        {
            if (Find(proposed.Facts, fact) is not null)
                throw RefusedException.Malformed("proposal-malformed", $"/facts/{fact.Replace('.', '/')}", "This is not for an officer to state: the program knows it.");
        }

        JsonObject facts = TransferFacts.From(proposed.Facts).ToJson();
        RequestSummary summary = request.Summary;
        Set(facts, "data.categories", Codes(summary.DataCategories.Concat(CodesOf(facts, "data.categories"))));
        if (state.Request.Handling is { } handling)
            Set(facts, "data.handling", handling);
        if (origin is { } supplier && proposed.Items.Any(item => !item.IsOurs))
            Fill(facts, "origin", () => new JsonObject { ["kind"] = "partner-state", ["state"] = supplier.ToString() });
        if (proposed.Accuracy is not null)
            Set(facts, "data.accuracyIndicated", true);
        if (proposed.Partner == state.Partner)
        {
            Fill(facts, "instrument.named", () => summary.Instrument);
            Fill(facts, "purposes", () => summary.Purpose is { } purpose ? new JsonArray(purpose) : null);
            Fill(facts, "request.dataCategories", () => Codes(summary.DataCategories));
            Fill(facts, "request.confidentialityAsked", () => summary.Confidential);
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
