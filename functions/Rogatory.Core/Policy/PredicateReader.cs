using System.Text.Json;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Policy;

/// <summary>
/// Reads the predicate language of the packs, over the facts of one vocabulary: <c>"fact"</c> (a flag or judgement is true), <c>"@name"</c> (a definition of a
/// pack), <c>"always"</c>, <c>{"stated": "fact"}</c>, <c>{"all": […]}</c>, <c>{"any": […]}</c>, <c>{"not": …}</c>, <c>{"fact": "recipient.kind", "in": ["…"]}</c>. All are three-valued.
/// </summary>
internal sealed class PredicateReader(Func<string, FactDefinition?> find, IReadOnlyDictionary<string, Predicate> definitions)
{
    /// <exception cref="FormatException">It is no predicate, or names a fact, code or definition that there is not.</exception>
    public Predicate Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
            return Named(json.GetString()!);
        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException("a predicate is neither a name nor an object");
        JsonProperty[] members = [.. json.EnumerateObject()];
        return members switch
        {
            [{ Name: "all", Value.ValueKind: JsonValueKind.Array } all] => new Predicate.AllOf(Parts(all.Value)),
            [{ Name: "any", Value.ValueKind: JsonValueKind.Array } any] => new Predicate.AnyOf(Parts(any.Value)),
            [{ Name: "stated", Value.ValueKind: JsonValueKind.String } stated] => new Predicate.Stated(Fact(stated.Value.GetString()!)),
            [{ Name: "not" } not] => new Predicate.NotOf(Read(not.Value)),
            [{ Name: "fact", Value.ValueKind: JsonValueKind.String } fact, { Name: "in", Value.ValueKind: JsonValueKind.Array } codes] =>
                Among(fact.Value.GetString()!, [.. codes.Value.EnumerateArray().Select(code => code.GetString()!)]),
            _ => throw new FormatException("a predicate has members that the language does not know"),
        };
    }

    private Predicate[] Parts(JsonElement parts) =>
        parts.GetArrayLength() > 0 ? [.. parts.EnumerateArray().Select(Read)] : throw new FormatException("all or any of nothing");

    private Predicate Named(string name)
    {
        if (name.StartsWith('@'))
            return definitions.GetValueOrDefault(name[1..]) ?? throw new FormatException($"the definition {name} is not there");
        if (name == "always")
            return Predicate.Always;
        FactDefinition fact = Fact(name);
        return fact.Kind is FactKind.Flag or FactKind.Judgement
            ? new Predicate.Holds(fact)
            : throw new FormatException($"the fact {name} is neither true nor false");
    }

    private Predicate.Among Among(string name, string[] codes)
    {
        FactDefinition fact = Fact(name);
        return fact.Kind is FactKind.Code or FactKind.Codes && codes.Length > 0 && fact.BitsOf(codes) is { } bits
            ? new Predicate.Among(fact, bits)
            : throw new FormatException($"the fact {name} can't have these codes");
    }

    private FactDefinition Fact(string name) => find(name) ?? throw new FormatException($"the fact {name} is not there");
}
