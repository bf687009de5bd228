using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Intake;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Risk;

/// <summary>
/// What is known of a case, or of items that are to go: codes only, as one JSON document (<see cref="Schema"/>). A fact that it leaves out
/// is unknown, never false.
/// </summary>
public sealed class RiskFacts
{
    private readonly FactValue[] _values;

    private RiskFacts(FactValue[] values)
    {
        _values = values;
        Normalised = FactsWriter.Write(Vocabulary.Root, values, ImmutableDictionary<string, FactValue>.Empty);
    }

    /// <summary>The JSON Schema (draft 2020-12) of the document, with what each fact means.</summary>
    public static ReadOnlyMemory<byte> Schema { get; } = FactSchema.Resource("Risk.risk-facts.schema.json");

    /// <summary>The facts as RFC 8785 canonical JSON in UTF-8: unknown facts left out, codes sorted. Reading it gives the same facts, and the same bytes again.</summary>
    public ReadOnlyMemory<byte> Normalised { get; }

    internal static FactSchema Vocabulary { get; } = FactSchema.Read("Risk.risk-facts.schema.json");

    /// <summary>Whether the fact can have the code.</summary>
    internal static bool Knows(string fact, string code) => Vocabulary.Get(fact).Codes.Contains(code);

    internal ReadOnlySpan<FactValue> Values => _values;

    internal FactValue this[FactDefinition fact] => _values[fact.Index];

    /// <summary>Reads a document strictly: unknown and repeated members, unknown codes and wrong types are refused.</summary>
    /// <exception cref="RefusedException"><c>facts-malformed</c>, with every fault found (as <see cref="RequestFault"/>) in the extension <c>faults</c>.</exception>
    public static RiskFacts Parse(ReadOnlyMemory<byte> utf8)
    {
        if (TryParse(utf8, out RiskFacts? facts, out IReadOnlyList<RequestFault> faults))
            return facts;
        throw new RefusedException("facts-malformed", "The facts of the risk cannot be read as data. Each fault names its member.")
        {
            Extensions = ImmutableDictionary<string, object>.Empty.Add("faults", faults),
        };
    }

    /// <summary>As <see cref="Parse"/>, but hands the faults back. Throws nothing, whatever the bytes.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out RiskFacts? facts, out IReadOnlyList<RequestFault> faults)
    {
        var found = new RequestFaults();
        facts = FactsReader.Read(utf8, Vocabulary, found) is var (values, _) ? new RiskFacts(values) : null;
        faults = found.All;
        return facts is not null;
    }

    /// <summary>As <see cref="Parse"/>, from a document that was built in the program.</summary>
    /// <exception cref="RefusedException"><c>facts-malformed</c>.</exception>
    public static RiskFacts From(JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Parse(JsonSerializer.SerializeToUtf8Bytes(document));
    }

    /// <summary>The normalised facts as a tree.</summary>
    public JsonObject ToJson() => (JsonObject)JsonNode.Parse(Normalised.Span)!;
}
