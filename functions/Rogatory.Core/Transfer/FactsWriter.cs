using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rogatory.Core.Transfer;

/// <summary>Writes facts as RFC 8785 asks. All that is written is ASCII without control characters, so nothing is ever escaped.</summary>
internal static class FactsWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(TransferFacts facts)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            Members(json, facts, FactVocabulary.Root);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Members(Utf8JsonWriter json, TransferFacts facts, FactSection section)
    {
        foreach ((string name, FactDefinition? fact, FactSection? inner) in section.Members)
        {
            if (fact is not null && facts[fact] is { IsStated: true } value)
                Member(json, name, fact, value);
            else if (inner is not null && IsStated(facts, inner))
                Inner(json, name, facts, inner);
            else if (fact is null && inner is null && facts.Resolved.Count > 0)
                Resolved(json, facts);
        }
    }

    private static bool IsStated(TransferFacts facts, FactSection section) =>
        section.Members.Any(member => member.Fact is { } fact ? facts[fact].IsStated : member.Section is { } inner && IsStated(facts, inner));

    private static void Inner(Utf8JsonWriter json, string name, TransferFacts facts, FactSection inner)
    {
        json.WriteStartObject(name);
        Members(json, facts, inner);
        json.WriteEndObject();
    }

    private static void Member(Utf8JsonWriter json, string name, FactDefinition fact, FactValue value)
    {
        switch (fact.Kind)
        {
            case FactKind.Flag:
                json.WriteBoolean(name, value.Truth == Truth.True);
                break;
            case FactKind.Judgement:
                Judgement(json, name, value);
                break;
            case FactKind.Codes:
                Array(json, name, value.CodesOf(fact).Order(StringComparer.Ordinal));
                break;
            case FactKind.Areas:
                Array(json, name, value.Areas);
                break;
            case FactKind.Date:
                json.WriteString(name, value.Day!.Value.ToString("O", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteString(name, value.Show(fact));
                break;
        }
    }

    private static void Judgement(Utf8JsonWriter json, string name, FactValue value)
    {
        json.WriteStartObject(name);
        if (value.IsKnown)
            json.WriteBoolean("reasons", true);
        json.WriteBoolean("value", value.IsTrueAsStated);
        json.WriteEndObject();
    }

    private static void Array(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Resolved(Utf8JsonWriter json, TransferFacts facts)
    {
        json.WriteStartObject(FactSection.Resolved);
        foreach (string rule in facts.Resolved.Keys.Order(StringComparer.Ordinal))
            Judgement(json, rule, facts.Resolved[rule]);
        json.WriteEndObject();
    }
}
