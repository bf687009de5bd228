using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Transfer;

/// <summary>Turns a document's bytes into facts. Every fault is found at one look, and none repeats what was sent.</summary>
internal sealed partial class FactsReader
{
    private const int MostDepth = 8;
    private const int MostReasons = 2000;
    private const int MostResolved = 64;
    private const int MostAreas = 60;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MostDepth, AllowDuplicateProperties = false };

    private readonly FactValue[] _values;
    private readonly Dictionary<string, FactValue> _resolved = new(StringComparer.Ordinal);
    private readonly RequestFaults _faults;

    private FactsReader(FactSchema schema, RequestFaults faults) => (_values, _faults) = (new FactValue[schema.Facts.Count], faults);

    /// <summary>The facts' values in the order of their schema, and the grounds that were weighed; null where there are faults.</summary>
    public static (FactValue[] Values, IReadOnlyDictionary<string, FactValue> Resolved)? Read(ReadOnlyMemory<byte> utf8, FactSchema schema, RequestFaults faults)
    {
        if (utf8.Length > TransferFacts.MostBytes || !Utf8.IsValid(utf8.Span))
        {
            faults.Add("", "malformed-json", $"JSON in UTF-8 of at most {TransferFacts.MostBytes} bytes is expected.");
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(utf8, Options);
            var reader = new FactsReader(schema, faults);
            reader.Section(json.RootElement, "", schema.Root);
            return faults.All.Count > 0 ? null : (reader._values, reader._resolved);
        }
        catch (JsonException malformed)
        {
            faults.Add("", "malformed-json", $"The document is not JSON, names a member twice, or is nested too deep, at line {malformed.LineNumber + 1}.");
            return null;
        }
    }

    private void Section(JsonElement json, string pointer, FactSection section)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            _faults.Add(pointer, "wrong-type", "An object is expected.");
            return;
        }

        foreach (JsonProperty member in json.EnumerateObject())
        {
            string? name = NameOf(member);
            if (name is null || !section.TryFind(name, out FactDefinition? fact, out FactSection? inner))
                _faults.Add(name is not null && PlainWord().IsMatch(name) ? $"{pointer}/{name}" : pointer, "unknown-member", "The facts have no such member.");
            else if (member.Value.ValueKind == JsonValueKind.Null)
                continue;
            else if (fact is not null)
                _values[fact.Index] = Value(member.Value, $"{pointer}/{name}", fact);
            else if (inner is not null)
                Section(member.Value, $"{pointer}/{name}", inner);
            else
                Resolved(member.Value, $"{pointer}/{name}");
        }
    }

    private FactValue Value(JsonElement json, string pointer, FactDefinition fact) => fact.Kind switch
    {
        FactKind.Flag => json.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? FactValue.OfFlag(json.GetBoolean())
            : Fault(pointer, "wrong-type", "true or false is expected."),
        FactKind.Judgement => Judgement(json, pointer),
        FactKind.Code => Text(json) is { } code && fact.BitsOf([code]) is { } bit
            ? FactValue.OfBits(bit)
            : Fault(pointer, "unknown-code", $"One of these is expected: {string.Join(", ", fact.Codes)}."),
        FactKind.Codes => Texts(json) is { } codes && fact.BitsOf(codes) is { } bits
            ? FactValue.OfBits(bits)
            : Fault(pointer, "unknown-code", $"An array of these, each once, is expected: {string.Join(", ", fact.Codes)}."),
        FactKind.State => Text(json) is { } state && StateCode.TryParse(state, out _)
            ? FactValue.OfText(state)
            : Fault(pointer, "unknown-state", "An assigned ISO 3166-1 alpha-2 code in upper case is expected."),
        FactKind.Date => DateOnly.TryParseExact(Text(json), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? FactValue.OfDay(day)
            : Fault(pointer, "not-a-date", "A day such as 2026-11-22 is expected."),
        FactKind.Region => Text(json) is { } region && RegionForm().IsMatch(region)
            ? FactValue.OfText(region)
            : Fault(pointer, "malformed", "An Azure region such as westeurope is expected."),
        _ => Texts(json) is { Count: <= MostAreas } areas && areas.All(area => area is "EU" or "EEA" or "SCHENGEN" || StateCode.TryParse(area, out _))
            ? FactValue.OfAreas([.. areas.Order(StringComparer.Ordinal)])
            : Fault(pointer, "unknown-code", "An array of EU, EEA, SCHENGEN and state codes, each once, is expected."),
    };

    private FactValue Judgement(JsonElement json, string pointer)
    {
        const string Expected = "A judgement is expected: {\"value\": true or false, \"reasons\": \"...\"}.";
        if (json.ValueKind != JsonValueKind.Object)
            return Fault(pointer, "wrong-type", Expected);
        bool? value = null;
        bool hasReasons = false;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            switch (NameOf(member), member.Value.ValueKind)
            {
                case ("value" or "reasons", JsonValueKind.Null):
                    break;
                case ("value", JsonValueKind.True or JsonValueKind.False):
                    value = member.Value.GetBoolean();
                    break;
                case ("reasons", JsonValueKind.True):
                    hasReasons = true;
                    break;
                case ("reasons", JsonValueKind.String) when Text(member.Value) is { Length: <= MostReasons } text:
                    hasReasons = !string.IsNullOrWhiteSpace(text);
                    break;
                default:
                    return Fault(pointer, "wrong-type", Expected);
            }
        }

        if (value is not { } judged)
            return default;
        return hasReasons ? FactValue.OfFlag(judged) : FactValue.Unreasoned(judged);
    }

    private void Resolved(JsonElement json, string pointer)
    {
        if (json.ValueKind != JsonValueKind.Object || json.GetPropertyCount() > MostResolved)
        {
            _faults.Add(pointer, "wrong-type", $"An object of at most {MostResolved} rule ids is expected.");
            return;
        }

        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (NameOf(member) is not { } rule || !RuleId().IsMatch(rule))
                _faults.Add(pointer, "malformed", "A rule id such as ETS30-2-POLITICAL is expected.");
            else if (member.Value.ValueKind != JsonValueKind.Null && Judgement(member.Value, $"{pointer}/{rule}") is { IsStated: true } judged)
                _resolved.Add(rule, judged);
        }
    }

    private FactValue Fault(string pointer, string slug, string message)
    {
        _faults.Add(pointer, slug, message);
        return default;
    }

    private static List<string>? Texts(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return null;
        var texts = new List<string>();
        foreach (JsonElement element in json.EnumerateArray())
        {
            if (Text(element) is not { } text || texts.Contains(text))
                return null;
            texts.Add(text);
        }

        return texts;
    }

    // The framework throws on a lone surrogate written as an escape; that is a fault like others.
    private static string? Text(JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,40}\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex PlainWord();

    [GeneratedRegex(@"\A[a-z][a-z0-9]{1,39}\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex RegionForm();

    [GeneratedRegex(@"\A[A-Z][A-Z0-9-]{2,39}\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex RuleId();
}
