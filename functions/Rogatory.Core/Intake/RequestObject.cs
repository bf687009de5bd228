using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Rogatory.Core.Intake;

/// <summary>
/// Reads one JSON object of a letter of request strictly. Each member that is there and is not as it must be is a fault at its JSON
/// pointer and reads as absent, so that one look finds every fault. JSON null is no value of anything.
/// </summary>
internal sealed class RequestObject
{
    private const string Clean = "without control or direction characters";
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly string _pointer;
    private readonly RequestFaults _faults;

    private RequestObject(string pointer, RequestFaults faults)
    {
        _pointer = pointer;
        _faults = faults;
    }

    /// <summary>The object, or null and a fault when the element is none.</summary>
    public static RequestObject? Of(JsonElement element, string pointer, RequestFaults faults, params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(pointer, "wrong-type", "An object is expected.");
            return null;
        }

        var read = new RequestObject(pointer, faults);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            string? name = NameOf(member);
            if (name is null || !known.Contains(name))
                faults.Add(IsPlainWord(name) ? $"{pointer}/{name}" : pointer, "unknown-member", "The request format has no such member.");
            else if (!read._members.TryAdd(name, member.Value))
                read.Fault(name, "duplicate-member", "A member can stand only once.");
        }

        return read;
    }

    public void Fault(string name, string slug, string message) => _faults.Add($"{_pointer}/{name}", slug, message);

    public bool Has(string name) => _members.ContainsKey(name);

    /// <summary>True when the member is there; else a fault.</summary>
    public bool Requires(string name)
    {
        if (Has(name))
            return true;
        Fault(name, "required", "This member is required.");
        return false;
    }

    public string? Line(string name, int most = RequestLimits.MostLineLength) => Text(name, most, prose: false);

    public string? Prose(string name) => Text(name, RequestLimits.MostProseLength, prose: true);

    /// <summary>A line in a form of its own.</summary>
    public string? Line(string name, Func<string, bool> isValid, string slug, string message)
    {
        if (Line(name) is not { } text)
            return null;
        if (isValid(text))
            return text;
        Fault(name, slug, message);
        return null;
    }

    public string? Code(string name, FrozenSet<string> vocabulary) =>
        Line(name, vocabulary.Contains, "unknown-code", "A code of the request format is expected.");

    public DateOnly? Date(string name)
    {
        DateOnly date = default;
        return Line(
            name,
            text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
                && date.Year is >= RequestLimits.FirstYear and <= RequestLimits.LastYear,
            "not-a-date",
            $"A date such as 2027-01-31, from {RequestLimits.FirstYear} to {RequestLimits.LastYear}, is expected.") is null ? null : date;
    }

    public bool? Flag(string name)
    {
        if (!_members.TryGetValue(name, out JsonElement value))
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Fault(name, "wrong-type", "true or false is expected.");
        return null;
    }

    public decimal? Number(string name, decimal most)
    {
        if (!_members.TryGetValue(name, out JsonElement value))
            return null;
        if (value.ValueKind != JsonValueKind.Number)
            Fault(name, "wrong-type", "A number is expected.");
        else if (value.TryGetDecimal(out decimal number) && number >= 0 && number <= most)
            return number;
        else
            Fault(name, "out-of-range", $"A number from 0 to {most} is expected.");
        return null;
    }

    public long? Integer(string name, long most)
    {
        if (!_members.TryGetValue(name, out JsonElement value))
            return null;
        if (value.ValueKind != JsonValueKind.Number)
            Fault(name, "wrong-type", "A number is expected.");
        else if (value.TryGetInt64(out long number) && number >= 0 && number <= most)
            return number;
        else
            Fault(name, "out-of-range", $"A whole number from 0 to {most} is expected, written without fraction or exponent.");
        return null;
    }

    public RequestObject? Object(string name, params ReadOnlySpan<string> known) =>
        _members.TryGetValue(name, out JsonElement value) ? Of(value, $"{_pointer}/{name}", _faults, known) : null;

    /// <summary>An array of objects; absent reads as empty, and one that is too long is not read at all.</summary>
    public IReadOnlyList<T> Objects<T>(string name, int most, Func<RequestObject, T?> read, params string[] known)
        where T : class =>
        Array(name, most, (element, pointer) => Of(element, pointer, _faults, known) is { } one ? read(one) : null);

    /// <summary>An array of codes, each once.</summary>
    public IReadOnlyList<string> Codes(string name, FrozenSet<string> vocabulary)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Array(name, vocabulary.Count, (element, pointer) =>
        {
            if (element.ValueKind != JsonValueKind.String)
                _faults.Add(pointer, "wrong-type", "A string is expected.");
            else if (TextOf(element) is not { } code || !vocabulary.Contains(code))
                _faults.Add(pointer, "unknown-code", "A code of the request format is expected.");
            else if (!seen.Add(code))
                _faults.Add(pointer, "duplicate", "A code can stand only once.");
            else
                return code;
            return null;
        });
    }

    private List<T> Array<T>(string name, int most, Func<JsonElement, string, T?> read)
        where T : class
    {
        var all = new List<T>();
        if (!_members.TryGetValue(name, out JsonElement value))
            return all;
        if (value.ValueKind != JsonValueKind.Array)
        {
            Fault(name, "wrong-type", "An array is expected.");
            return all;
        }

        if (value.GetArrayLength() > most)
        {
            Fault(name, "too-many", $"At most {most} entries are accepted.");
            return all;
        }

        int index = 0;
        foreach (JsonElement element in value.EnumerateArray())
        {
            if (read(element, $"{_pointer}/{name}/{index++}") is { } one)
                all.Add(one);
        }

        return all;
    }

    private string? Text(string name, int most, bool prose)
    {
        if (!_members.TryGetValue(name, out JsonElement value))
            return null;
        if (value.ValueKind != JsonValueKind.String)
            Fault(name, "wrong-type", "A string is expected.");
        else if (TextOf(value) is not { } text || !RequestText.IsClean(text, prose))
            Fault(name, "forbidden-character", prose ? $"A text {Clean} (line feeds and tabs may be used) is expected." : $"One line {Clean} is expected.");
        else if (text.Length > most)
            Fault(name, "too-long", $"At most {most} characters are accepted.");
        else
            return text;
        return null;
    }

    // The framework throws on a lone surrogate written as an escape; that is a fault of the text like others.
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
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

    private static bool IsPlainWord(string? name) => name is { Length: >= 1 and <= 40 } && name.All(char.IsAsciiLetterOrDigit);
}
