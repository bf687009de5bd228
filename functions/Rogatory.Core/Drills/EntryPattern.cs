using System.Text.Json.Nodes;
using Rogatory.Ledger;

namespace Rogatory.Core.Drills;

/// <summary>Says which entries of ledgers are meant: by event, by who did it, and by what their data say.</summary>
/// <param name="Events">The events, any one of which is meant.</param>
/// <param name="By">Who did it; anyone when left out.</param>
/// <param name="Data">
/// What the data hold, by the path to it with dots between the names; a list on the way means any element of it. A text that ends in <c>*</c>
/// is the beginning of one; a list is any one of its values; <c>{"not": value}</c> is that none is there.
/// </param>
public sealed record EntryPattern(IReadOnlyList<string> Events, DrillRole? By = null, IReadOnlyDictionary<string, JsonNode?>? Data = null)
{
    private const string Not = "not";

    /// <summary>Whether an entry is meant.</summary>
    /// <param name="line">The entry.</param>
    /// <param name="player">The player's actor, such as <c>officer:o-devries</c>.</param>
    public bool Matches(LedgerLine line, string player)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Events.Contains(line.Event, StringComparer.Ordinal)
            && (By is not { } role || role == RoleOf(line.Actor, player))
            && (Data ?? new Dictionary<string, JsonNode?>()).All(one => Holds(At(line.Data, one.Key.Split('.')), one.Value));
    }

    private static DrillRole RoleOf(string actor, string player) =>
        actor == player ? DrillRole.Player
        : actor.StartsWith("officer:", StringComparison.Ordinal) ? DrillRole.Colleague
        : actor.StartsWith("partner:", StringComparison.Ordinal) ? DrillRole.Partner
        : DrillRole.System;

    // What stands at a path: nothing, one value, or, through lists, many.
    private static IEnumerable<JsonNode?> At(JsonNode? node, ReadOnlyMemory<string> path)
    {
        if (node is JsonArray list)
            return list.SelectMany(one => At(one, path));
        if (path.IsEmpty)
            return [node];
        return node is JsonObject members && members.TryGetPropertyValue(path.Span[0], out JsonNode? member) ? At(member, path[1..]) : [];
    }

    private static bool Holds(IEnumerable<JsonNode?> found, JsonNode? wanted) => wanted switch
    {
        JsonObject { Count: 1 } negation when negation.TryGetPropertyValue(Not, out JsonNode? never) => !Holds(found, never),
        JsonArray anyOf => anyOf.Any(one => Holds(found, one)),
        _ => found.Any(one => IsMeant(one, wanted)),
    };

    private static bool IsMeant(JsonNode? found, JsonNode? wanted) =>
        wanted is JsonValue value && value.TryGetValue(out string? text) && text.EndsWith('*')
            ? found is JsonValue other && other.TryGetValue(out string? whole) && whole.StartsWith(text[..^1], StringComparison.Ordinal)
            : JsonNode.DeepEquals(found, wanted);
}
