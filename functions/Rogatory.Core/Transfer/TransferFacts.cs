using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Intake;

namespace Rogatory.Core.Transfer;

/// <summary>
/// What is known about a transfer: one JSON document (<see cref="Schema"/>). A fact that it leaves out is unknown, never false. A legal
/// judgement is <c>{"value": …, "reasons": …}</c> and unknown without reasons; the reasons themselves are not kept, so that what is
/// written from here holds codes, states, days and flags only.
/// </summary>
public sealed class TransferFacts
{
    /// <summary>The longest document that is read, in bytes.</summary>
    public const int MostBytes = 256 * 1024;

    private readonly FactValue[] _values;

    internal TransferFacts(FactValue[] values, IReadOnlyDictionary<string, FactValue> resolved)
    {
        _values = values;
        Resolved = resolved.ToFrozenDictionary(StringComparer.Ordinal);
        Normalised = FactsWriter.Write(FactVocabulary.Stated.Root, values, Resolved);
    }

    /// <summary>The JSON Schema (draft 2020-12) of the document, with what each fact means.</summary>
    public static ReadOnlyMemory<byte> Schema { get; } = FactSchema.Resource("Transfer.transfer-facts.schema.json");

    /// <summary>A document that is read without fault and can be allowed.</summary>
    public static ReadOnlyMemory<byte> Example { get; } = FactSchema.Resource("Transfer.transfer-facts.example.json");

    /// <summary>
    /// The facts as RFC 8785 canonical JSON in UTF-8: unknown facts left out, codes sorted, and <c>"reasons":true</c> for reasons.
    /// Reading it gives the same facts, and the same bytes again.
    /// </summary>
    public ReadOnlyMemory<byte> Normalised { get; }

    /// <summary>The grounds that a person has weighed, by rule id.</summary>
    internal FrozenDictionary<string, FactValue> Resolved { get; }

    internal FactValue this[FactDefinition fact] => _values[fact.Index];

    /// <summary>Reads a document strictly: unknown and repeated members, unknown codes and wrong types are refused.</summary>
    /// <param name="utf8">JSON in UTF-8, at most <see cref="MostBytes"/>.</param>
    /// <exception cref="RefusedException"><c>facts-malformed</c>, with every fault found (as <see cref="RequestFault"/>) in the extension <c>faults</c>.</exception>
    public static TransferFacts Parse(ReadOnlyMemory<byte> utf8)
    {
        if (TryParse(utf8, out TransferFacts? facts, out IReadOnlyList<RequestFault> faults))
            return facts;
        throw new RefusedException("facts-malformed", "The facts of the transfer cannot be read as data. Each fault names its member.")
        {
            Extensions = ImmutableDictionary<string, object>.Empty.Add("faults", faults),
        };
    }

    /// <summary>As <see cref="Parse(ReadOnlyMemory{byte})"/>, from a document that was built in the program.</summary>
    /// <exception cref="RefusedException"><c>facts-malformed</c>.</exception>
    public static TransferFacts From(JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Parse(JsonSerializer.SerializeToUtf8Bytes(document));
    }

    /// <summary>As <see cref="Parse(ReadOnlyMemory{byte})"/>, but hands the faults back. Throws nothing, whatever the bytes.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out TransferFacts? facts, out IReadOnlyList<RequestFault> faults)
    {
        var found = new RequestFaults();
        facts = FactsReader.Read(utf8, FactVocabulary.Stated, found) is var (values, resolved) ? new TransferFacts(values, resolved) : null;
        faults = found.All;
        return facts is not null;
    }

    /// <summary>The same facts on another day.</summary>
    public TransferFacts At(DateOnly date)
    {
        FactValue[] values = [.. _values];
        values[FactVocabulary.Get("date").Index] = FactValue.OfDay(date);
        return new TransferFacts(values, Resolved);
    }

    /// <summary>The normalised facts as a tree.</summary>
    public JsonObject ToJson() => (JsonObject)JsonNode.Parse(Normalised.Span)!;

    /// <summary>Says nothing of the content.</summary>
    public override string ToString() => nameof(TransferFacts);

    /// <summary>The stated facts, with room for what the law makes of them.</summary>
    internal FactValue[] ToArray()
    {
        var all = new FactValue[FactVocabulary.All.Count];
        _values.CopyTo(all, 0);
        return all;
    }
}
