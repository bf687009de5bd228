using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rogatory.Ledger;

/// <summary>
/// One line of a ledger. Its bytes are RFC 8785 canonical JSON with exactly these seven members, in lower case; see FORMAT.md.
/// Two lines are the same when their bytes are: compare those, as <see cref="Data"/> is compared by reference.
/// </summary>
/// <param name="Seq">The line's place, from 0.</param>
/// <param name="At">When it was written: UTC, whole milliseconds, never before the line above.</param>
/// <param name="Case">The case id, or the name of a ledger that is not a case's.</param>
/// <param name="Actor">Who did it: <c>partner:…</c>, <c>officer:…</c> or <c>system:…</c>.</param>
/// <param name="Event">What was done: <c>stage.past-tense-verb</c>.</param>
/// <param name="Data">The event's members; <c>command</c> is always among them.</param>
/// <param name="Prev">Lower-case hex SHA-256 of the line above without its line feed; 64 zeros for the first.</param>
public sealed record LedgerLine(long Seq, DateTimeOffset At, string Case, string Actor, string Event, JsonObject Data, string Prev)
{
    /// <summary>A line's bytes without the line feed are at most 1 MiB.</summary>
    public const int MaximumLength = 1 << 20;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The id of the command that this line is an effect of.</summary>
    public string Command => Data["command"]!.GetValue<string>();

    /// <summary>
    /// The line's bytes, without a line feed; the time is cut to milliseconds. They are not checked: <see cref="Parse"/> does that.
    /// </summary>
    /// <exception cref="CanonicalJsonException">A member has no canonical form.</exception>
    public byte[] ToBytes()
    {
        var writer = new CanonicalWriter();
        writer.Raw("{\"actor\":"u8);
        writer.Text(Actor);
        writer.Raw(",\"at\":"u8);
        writer.Text(At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        writer.Raw(",\"case\":"u8);
        writer.Text(Case);
        writer.Raw(",\"data\":"u8);
        writer.Member(Data);
        writer.Raw(",\"event\":"u8);
        writer.Text(Event);
        writer.Raw(",\"prev\":"u8);
        writer.Text(Prev);
        writer.Raw(",\"seq\":"u8);
        writer.Number(Seq);
        writer.Raw("}"u8);
        return writer.ToArray();
    }

    /// <summary>Reads the bytes of one line, without its line feed, and checks all that can be checked on one line alone.</summary>
    /// <exception cref="LedgerFormatException">
    /// The line is too long, not canonical JSON, lacks or adds a member, or a member has not its form.
    /// </exception>
    public static LedgerLine Parse(ReadOnlyMemory<byte> line)
    {
        if (line.Length > MaximumLength)
            throw new LedgerFormatException(LedgerFault.TooLong, "The line is longer than 1 MiB.");
        if (CanonicalScanner.FindFault(line.Span) is { } fault)
            throw new LedgerFormatException(LedgerFault.NotCanonical, $"The line is not canonical JSON: {fault}.");

        // Canonical text has its members in one order, so they are taken one by one.
        var reader = new Utf8JsonReader(line.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw LedgerForm.Malformed("The line is not an object.");
        var actor = Text(ref reader, "actor");
        var at = Time(Text(ref reader, "at"));
        var @case = Text(ref reader, "case");
        var data = Object(ref reader, "data");
        var @event = Text(ref reader, "event");
        var prev = Text(ref reader, "prev");
        var seq = Whole(ref reader, "seq");
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject)
            throw LedgerForm.Malformed("The line has a member too many, after seq.");
        return LedgerForm.Checked(new LedgerLine(seq, at, @case, actor, @event, data, prev));
    }

    /// <summary>Lower-case hex SHA-256 of a line's bytes without the line feed: the <c>prev</c> of the next line.</summary>
    public static string DigestOf(ReadOnlySpan<byte> line) => Convert.ToHexStringLower(SHA256.HashData(line));

    private static string Text(ref Utf8JsonReader reader, string name) =>
        Find(ref reader, name) == JsonTokenType.String
            ? reader.GetString()!
            : throw LedgerForm.Malformed($"The member {name} is not text.");

    private static long Whole(ref Utf8JsonReader reader, string name) =>
        Find(ref reader, name) == JsonTokenType.Number && reader.TryGetInt64(out var number) && LedgerForm.IsCount(number)
            ? number
            : throw LedgerForm.Malformed($"The member {name} is not a whole number from 0.");

    private static JsonObject Object(ref Utf8JsonReader reader, string name) =>
        Find(ref reader, name) == JsonTokenType.StartObject
            ? JsonNode.Parse(ref reader)!.AsObject()
            : throw LedgerForm.Malformed($"The member {name} is not an object.");

    /// <summary>Moves on to the value of the next member, which must have this name.</summary>
    private static JsonTokenType Find(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(name))
            throw LedgerForm.Malformed($"The member {name} is missing, or another stands in its place.");
        reader.Read();
        return reader.TokenType;
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw LedgerForm.Malformed("The member at is not a time in UTC with milliseconds.");
}
