using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Risk;

/// <summary>What is on record of a case's risk: a part of the fold over its ledger.</summary>
public sealed record RiskState
{
    /// <summary>The newest assessment; null before the first.</summary>
    public RiskAssessed? Newest { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The items that an officer opened, by id.</summary>
    public ImmutableHashSet<string> Opened { get; init; } = [];

    /// <summary>Whether an officer opened the item.</summary>
    public bool IsOpened(ItemId item) => Opened.Contains(item.ToString());

    /// <summary>Whether the newest assessment was made while an item waited for classification, and none does any more: another is about to be made.</summary>
    public bool IsBehind(CaseState state) =>
        Newest?.Facts["data"]?["reading"] is JsonArray reading && reading.Any(code => (string?)code == "waiting") && !RiskFactsBuilder.IsAnyWaiting(state);

    /// <summary>The state after one more line, of any kind.</summary>
    public RiskState Apply(LedgerEvent happened, DateTimeOffset at, string actor) => happened switch
    {
        RiskAssessed one => this with { Newest = one, At = at },
        ItemConsulted one when actor.StartsWith("officer:", StringComparison.Ordinal) => this with { Opened = Opened.Add(one.Item.ToString()) },
        _ => this,
    };
}
