using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Rogatory.Ledger;

/// <summary>Writes RFC 8785 text piece by piece; the order of members written one at a time is the caller's to keep.</summary>
internal sealed class CanonicalWriter
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    private readonly ArrayBufferWriter<byte> _bytes = new(512);
    private int _depth;

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public void Raw(ReadOnlySpan<byte> utf8) => _bytes.Write(utf8);

    public void Value(JsonNode? node)
    {
        switch (node)
        {
            case null:
                Raw("null"u8);
                break;
            case JsonObject members:
                Object(members);
                break;
            case JsonArray elements:
                Array(elements);
                break;
            default:
                Scalar(node.AsValue());
                break;
        }
    }

    /// <summary>Writes a value that stands one level down in an object the caller writes.</summary>
    public void Member(JsonNode? node)
    {
        _depth++;
        Value(node);
        _depth--;
    }

    public void Text(string text)
    {
        Raw("\""u8);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var plain = rest.IndexOfAny(Escaped);
            Transcode(plain < 0 ? rest : rest[..plain]);
            if (plain < 0)
                break;
            Escape(rest[plain]);
            rest = rest[(plain + 1)..];
        }
        Raw("\""u8);
    }

    public void Number(double value)
    {
        if (!double.IsFinite(value))
            throw new CanonicalJsonException("A number is not finite.");
        Span<byte> text = stackalloc byte[EcmaNumber.MaximumLength];
        Raw(text[..EcmaNumber.Format(value, text)]);
    }

    public void Number(long value)
    {
        if (value is < -EcmaNumber.LargestExact or > EcmaNumber.LargestExact && (Int128)(double)value != value)
            throw new CanonicalJsonException("A whole number is larger than a double holds exactly.");
        Number((double)value);
    }

    private void Object(JsonObject members)
    {
        KeyValuePair<string, JsonNode?>[] sorted;
        try
        {
            sorted = [.. members];
        }
        catch (ArgumentException)
        {
            // Parsed text is looked at only here, and this is how JsonObject says that it names a member twice.
            throw new CanonicalJsonException("A member is named twice.");
        }
        catch (InvalidOperationException)
        {
            throw LoneSurrogate();
        }
        System.Array.Sort(sorted, static (one, other) => string.CompareOrdinal(one.Key, other.Key));

        Enter();
        Raw("{"u8);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i > 0)
                Raw(","u8);
            Text(sorted[i].Key);
            Raw(":"u8);
            Value(sorted[i].Value);
        }
        Raw("}"u8);
        _depth--;
    }

    private void Array(JsonArray elements)
    {
        Enter();
        Raw("["u8);
        for (var i = 0; i < elements.Count; i++)
        {
            if (i > 0)
                Raw(","u8);
            Value(elements[i]);
        }
        Raw("]"u8);
        _depth--;
    }

    private void Enter()
    {
        if (++_depth > CanonicalJson.MaximumDepth)
            throw new CanonicalJsonException($"Objects and arrays stand more than {CanonicalJson.MaximumDepth} deep.");
    }

    private void Scalar(JsonValue value)
    {
        if (value.TryGetValue(out JsonElement parsed))
            Parsed(parsed);
        else if (value.TryGetValue(out string? text))
            Text(text);
        else if (value.TryGetValue(out bool truth))
            Raw(truth ? "true"u8 : "false"u8);
        else if (value.TryGetValue(out int small))
            Number((double)small);
        else if (value.TryGetValue(out long whole))
            Number(whole);
        else if (value.TryGetValue(out double number))
            Number(number);
        else
            throw new CanonicalJsonException("A value is not text, a boolean, an int, a long or a double.");
    }

    private void Parsed(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Text(TextOf(value));
                break;
            case JsonValueKind.Number:
                Number(value.GetDouble());
                break;
            case JsonValueKind.True:
                Raw("true"u8);
                break;
            case JsonValueKind.False:
                Raw("false"u8);
                break;
            default:
                throw new CanonicalJsonException("A value is not text, a number or a boolean.");
        }
    }

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw LoneSurrogate();
        }
    }

    private void Transcode(ReadOnlySpan<char> text)
    {
        var room = _bytes.GetSpan(text.Length * 3 + 1);
        if (Utf8.FromUtf16(text, room, out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
            throw LoneSurrogate();
        _bytes.Advance(written);
    }

    private void Escape(char character)
    {
        switch (character)
        {
            case '"':
                Raw("\\\""u8);
                break;
            case '\\':
                Raw("\\\\"u8);
                break;
            case '\b':
                Raw("\\b"u8);
                break;
            case '\f':
                Raw("\\f"u8);
                break;
            case '\n':
                Raw("\\n"u8);
                break;
            case '\r':
                Raw("\\r"u8);
                break;
            case '\t':
                Raw("\\t"u8);
                break;
            default:
                Raw("\\u00"u8);
                Raw([(byte)(character < 0x10 ? '0' : '1'), "0123456789abcdef"u8[character & 0xF]]);
                break;
        }
    }

    private static CanonicalJsonException LoneSurrogate() => new("Text has a lone surrogate.");
}
