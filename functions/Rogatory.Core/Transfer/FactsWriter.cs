using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rogatory.Core.Transfer;

/// <summary>Writes facts as RFC 8785 asks. All that is written is ASCII without control characters, so nothing is ever escaped.</summary>
internal static class FactsWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(FactSection root, ReadOnlySpan<FactValue> facts, IReadOnlyDictionary<string, FactValue> resolved)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            Members(json, facts, resolved, root);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Members(Utf8JsonWriter json, ReadOnlySpan<FactValue> facts, IReadOnlyDictionary<string, FactValue> resolved, FactSection section)
    {
        foreach ((string name, FactDefinition? fact, FactSection? inner) in section.Members)
        {
            if (fact is not null && facts[fact.Index] is { IsStated: true } value)
            {
                Member(json, name, fact, value);
            }
            else if (inner is not null && IsStated(facts, inner))
            {
                json.WriteStartObject(name);
                Members(json, facts, resolved, inner);
                json.WriteEndObject();
            }
            else if (fact is null && inner is null && resolved.Count > 0)
            {
                Resolved(json, resolved);
            }
        }
    }

    private static bool IsStated(ReadOnlySpan<FactValue> facts, FactSection section)
    {
        foreach ((_, FactDefinition? fact, FactSection? inner) in section.Members)
        {
            if (fact is not null ? facts[fact.Index].IsStated : inner is not null && IsStated(facts, inner))
                return true;
        }

        return false;
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

    private static void Resolved(Utf8JsonWriter json, IReadOnlyDictionary<string, FactValue> resolved)
    {
        json.WriteStartObject(FactSection.Resolved);
        foreach (string rule in resolved.Keys.Order(StringComparer.Ordinal))
            Judgement(json, rule, resolved[rule]);
        json.WriteEndObject();
    }
}
