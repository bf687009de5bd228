using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rogatory.Core.Receipt;

/// <summary>Reads the members of a verified payload, strictly.</summary>
internal sealed class StatementMembers
{
    private const int DigestCharacters = 64;

    private readonly JsonObject _members;

    /// <summary>With each expected member required where it is read, a count is enough to refuse any other.</summary>
    public StatementMembers(JsonObject members, int count)
    {
        if (members.Count != count) throw new InvalidStatementException("payload", "The payload has a member too many or too few.");
        _members = members;
    }

    public StatementMembers Object(string name, int count) => new(_members[name] as JsonObject ?? throw Wrong(name), count);

    public IReadOnlyList<StatementMembers> Objects(string name, int count) =>
        [.. (_members[name] as JsonArray ?? throw Wrong(name)).Select(node => new StatementMembers(node as JsonObject ?? throw Wrong(name), count))];

    /// <summary>Objects of which not all have the same members: whoever reads one says how many there are.</summary>
    public IReadOnlyList<JsonObject> Objects(string name) =>
        [.. (_members[name] as JsonArray ?? throw Wrong(name)).Select(node => node as JsonObject ?? throw Wrong(name))];

    public bool IsNull(string name) => _members.TryGetPropertyValue(name, out JsonNode? value) && value is null;

    public string Text(string name) => JsonText.Read(_members[name]) ?? throw Wrong(name);

    public DateOnly? DayOrNull(string name)
    {
        if (IsNull(name)) return null;
        return DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : throw Wrong(name);
    }

    public bool? FlagOrNull(string name)
    {
        if (IsNull(name)) return null;
        return _members[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : throw Wrong(name);
    }

    public T? WordOrNull<T>(string name)
        where T : struct, Enum
    {
        if (IsNull(name)) return null;
        string word = Text(name);
        foreach (T value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), word, StringComparison.OrdinalIgnoreCase)) return value;
        }

        throw Wrong(name);
    }

    /// <summary>A value by its name in lower case, with hyphens between its words.</summary>
    public T KebabWord<T>(string name)
        where T : struct, Enum
    {
        string word = Text(name);
        foreach (T value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()) == word) return value;
        }

        throw Wrong(name);
    }

    public string? TextOrNull(string name) => IsNull(name) ? null : Text(name);

    public IReadOnlyList<string> Texts(string name) =>
        [.. (_members[name] as JsonArray ?? throw Wrong(name)).Select(node => JsonText.Read(node) ?? throw Wrong(name))];

    public string Digest(string name) => Digest(_members[name], name);

    public IReadOnlyList<string> Digests(string name) =>
        [.. (_members[name] as JsonArray ?? throw Wrong(name)).Select(node => Digest(node, name))];

    public long Number(string name) =>
        _members[name] is JsonValue value && value.TryGetValue(out long number) && number >= 0 ? number : throw Wrong(name);

    public DateTimeOffset Time(string name) => Statement.ReadTime(_members[name]) ?? throw Wrong(name);

    private static string Digest(JsonNode? node, string name) =>
        JsonText.Read(node) is { Length: DigestCharacters } text && text.All(char.IsAsciiHexDigitLower) ? text : throw Wrong(name);

    public static InvalidStatementException Wrong(string name) => new("payload", $"The member '{name}' is missing or not of its form.");
}
