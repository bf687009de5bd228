using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Disclosure;

/// <summary>What is on record of the items that are to go: what personal data they hold, and which state supplied them.</summary>
/// <param name="Categories">Codes of the fact <c>data.categories</c>, each once and in order.</param>
/// <param name="AreAllDeclared">Whether officers declared all of them, so that no category means no personal data.</param>
/// <param name="Origin">Where they came from, as far as that binds; null where nothing is on record.</param>
/// <param name="IsPartners">Whether the partner that asks supplied some of them.</param>
internal sealed record ItemFacts(IReadOnlyList<string> Categories, bool AreAllDeclared, ItemOrigin? Origin, bool IsPartners)
{
    /// <summary>Of the items of a proposal.</summary>
    /// <param name="state">The case.</param>
    /// <param name="items">The items.</param>
    /// <param name="asked">The categories that the request names.</param>
    /// <param name="home">Our own state.</param>
    /// <param name="supplier">The state of the case's partner; null where it is not known.</param>
    /// <exception cref="RefusedException"><c>proposal-malformed</c>: their origins differ.</exception>
    public static ItemFacts Of(CaseState state, IReadOnlyList<ItemId> items, IReadOnlyList<string> asked, StateCode home, StateCode? supplier)
    {
        ItemAdded[] added = [.. items.Select(state.FindAdded).OfType<ItemAdded>()];
        bool areAllAdded = added.Length == items.Count;
        bool holdsRequest = items.Any(item => IsRequests(state, Derivation.SourceOf(item) ?? item));
        bool isPartners = holdsRequest && state.Kind == CaseKind.Incoming && supplier != home;
        return new ItemFacts(
            [.. added.SelectMany(one => one.DataCategories).Concat(areAllAdded ? [] : asked).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            areAllAdded,
            Merge(added.Select(one => one.Origin)
                .Concat(isPartners ? [new ItemOrigin(OriginKind.PartnerState, supplier, Instrument: null)] : [])
                .Concat(holdsRequest && state.Kind != CaseKind.Incoming ? [ItemOrigin.Own] : [])),
            isPartners);
    }

    /// <summary>Says where the items came from in the words of the facts. What is on record stands, whatever an officer calls it.</summary>
    public void SetOrigin(JsonObject facts)
    {
        var stated = facts["origin"] as JsonObject;
        string? kind = stated?["kind"]?.GetValue<string>();
        // What else binds our own, an officer knows.
        if (Origin is null || (Origin.Kind == OriginKind.Own && (kind ?? stated?["state"]?.GetValue<string>()) is not null))
            return;
        JsonObject origin = stated ?? [];
        facts["origin"] = origin;
        // So is that a partner sent something as part of a joint team, and where the team came by it: the partner's state, where nobody says otherwise.
        if (IsPartners && kind == "joint-team")
        {
            origin["state"] ??= Origin.State?.ToString();
            return;
        }

        origin["kind"] = JsonNamingPolicy.KebabCaseLower.ConvertName(Origin.Kind.ToString());
        origin.Remove("state");
        if (Origin.State is { } state)
            origin["state"] = state.ToString();
        if (Origin.Instrument is { } instrument)
            origin["instrument"] = instrument;
    }

    private static bool IsRequests(CaseState state, ItemId item) => item == CaseState.RequestItem || state.Declares(item);

    // Another state's material binds what of our own goes with it. The facts know one origin, so two other states' can't go at once.
    private static ItemOrigin? Merge(IEnumerable<ItemOrigin> origins)
    {
        ItemOrigin? merged = null;
        foreach (ItemOrigin one in origins)
        {
            if (merged is null || merged.Kind == OriginKind.Own)
                merged = one;
            else if (one.Kind != OriginKind.Own)
                merged = Merge(merged, one);
        }

        return merged;
    }

    private static ItemOrigin Merge(ItemOrigin one, ItemOrigin other) =>
        one.Kind == other.Kind && one.State == other.State && (one.Instrument ?? other.Instrument) == (other.Instrument ?? one.Instrument)
            ? one with { Instrument = one.Instrument ?? other.Instrument }
            : throw RefusedException.Malformed("proposal-malformed", "/items",
                "Items that came from different states, or in different ways, go in proposals of their own: each origin binds in its own way.");
}
