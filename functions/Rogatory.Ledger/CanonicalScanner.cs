using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Rogatory.Ledger;

/// <summary>Reads text once and says where it first departs from RFC 8785, without building the value.</summary>
internal ref struct CanonicalScanner
{
    private static readonly SearchValues<byte> EndsPlainText = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private static readonly SearchValues<byte> NumberText = SearchValues.Create("+-.0123456789Ee"u8);

    private readonly ReadOnlySpan<byte> _text;
    private int _at;
    private string? _fault;

    private CanonicalScanner(ReadOnlySpan<byte> text) => _text = text;

    /// <summary>Null when the text is canonical, else what is wrong and at which byte; never a part of the text itself.</summary>
    public static string? FindFault(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
            return "the text is not UTF-8";
        var scanner = new CanonicalScanner(utf8);
        if (scanner.Value(depth: 0) && scanner._at < utf8.Length)
            scanner.Fail("something follows the value");
        return scanner._fault is null ? null : $"{scanner._fault} at byte {scanner._at}";
    }

    private readonly byte Next => _at < _text.Length ? _text[_at] : (byte)0;

    private bool Value(int depth) => Next switch
    {
        (byte)'{' => Object(depth + 1),
        (byte)'[' => Array(depth + 1),
        (byte)'"' => Text(out _),
        (byte)'t' => Literal("true"u8),
        (byte)'f' => Literal("false"u8),
        (byte)'n' => Literal("null"u8),
        _ => Number(),
    };

    private bool Object(int depth)
    {
        if (!Enter(depth))
            return false;
        if (Take('}'))
            return true;

        var previous = ReadOnlySpan<byte>.Empty;
        while (true)
        {
            var start = _at;
            if (!Text(out var name))
                return false;
            if (!previous.IsEmpty && Compare(previous, name) >= 0)
            {
                _at = start;
                return Fail("a member is named twice or out of order");
            }
            previous = name;
            if (!Take(':'))
                return Fail("a colon is missing");
            if (!Value(depth))
                return false;
            if (Take('}'))
                return true;
            if (!Take(','))
                return Fail("an object does not go on or end");
        }
    }

    private bool Array(int depth)
    {
        if (!Enter(depth))
            return false;
        if (Take(']'))
            return true;
        while (Value(depth))
        {
            if (Take(']'))
                return true;
            if (!Take(','))
                return Fail("an array does not go on or end");
        }
        return false;
    }

    private bool Enter(int depth)
    {
        if (depth > CanonicalJson.MaximumDepth)
            return Fail("the nesting is too deep");
        _at++;
        return true;
    }

    /// <summary>Takes a string; <paramref name="token"/> is its text as written, quotes included, so never empty.</summary>
    private bool Text(out ReadOnlySpan<byte> token)
    {
        token = default;
        var start = _at;
        if (!Take('"'))
            return Fail("a name is missing");
        while (true)
        {
            var plain = _text[_at..].IndexOfAny(EndsPlainText);
            if (plain < 0)
            {
                _at = _text.Length;
                return Fail("a string does not end");
            }
            _at += plain;
            if (Take('"'))
            {
                token = _text[start.._at];
                return true;
            }
            if (!Escape())
                return Fail("a character is not escaped as the canonical form does");
        }
    }

    private bool Escape()
    {
        var rest = _text[_at..];
        if (rest is [(byte)'\\', (byte)'"' or (byte)'\\' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t', ..])
        {
            _at += 2;
            return true;
        }
        if (rest is not [(byte)'\\', (byte)'u', (byte)'0', (byte)'0', (byte)'0' or (byte)'1', var low, ..])
            return false;
        // What has a short escape must use it.
        var allowed = rest[4] == '0' ? "01234567bef"u8 : "0123456789abcdef"u8;
        if (!allowed.Contains(low))
            return false;
        _at += 6;
        return true;
    }

    private bool Literal(ReadOnlySpan<byte> word)
    {
        if (!_text[_at..].StartsWith(word))
            return Fail("a value is missing");
        _at += word.Length;
        return true;
    }

    private bool Number()
    {
        var rest = _text[_at..];
        var length = rest.IndexOfAnyExcept(NumberText);
        if (length < 0)
            length = rest.Length;
        if (length == 0)
            return Fail("a value is missing");
        if (!EcmaNumber.IsCanonical(rest[..length]))
            return Fail("a number is not in its shortest form");
        _at += length;
        return true;
    }

    private bool Take(char character)
    {
        if (_at >= _text.Length || _text[_at] != character)
            return false;
        _at++;
        return true;
    }

    private bool Fail(string fault)
    {
        _fault ??= fault;
        return false;
    }

    /// <summary>Compares two names by UTF-16 code units, which is byte order save for escapes and for characters from U+E000 on.</summary>
    private static int Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        IsPlain(one) && IsPlain(other)
            ? one[1..^1].SequenceCompareTo(other[1..^1])
            : string.CompareOrdinal(Decode(one), Decode(other));

    private static bool IsPlain(ReadOnlySpan<byte> token) =>
        !token.Contains((byte)'\\') && !token.ContainsAnyInRange((byte)0xEE, (byte)0xFF);

    private static string Decode(ReadOnlySpan<byte> token)
    {
        var reader = new Utf8JsonReader(token);
        reader.Read();
        return reader.GetString()!;
    }
}
