using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Rogatory.Core.Access.Signatures;

/// <summary>Reads a dictionary of RFC 8941, stricter than it where leniency would let one message be read in two ways.</summary>
/// <remarks>Refused beyond the RFC: a repeated dictionary key or parameter, base64 that is not padded or not canonical, and more
/// members, inner items or parameters than the limits.</remarks>
internal ref struct StructuredFieldReader
{
    /// <summary>The most items an inner list may hold.</summary>
    public const int MostInnerItems = 32;

    /// <summary>The most parameters one item may carry.</summary>
    public const int MostParameters = 16;

    private const string LowerCase = "abcdefghijklmnopqrstuvwxyz";
    private const string Letters = LowerCase + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private static readonly SearchValues<char> KeyStart = SearchValues.Create(LowerCase + "*");
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(LowerCase + Digits + "_-.*");
    private static readonly SearchValues<char> TokenStart = SearchValues.Create(Letters + "*");
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(Letters + Digits + "!#$%&'*+-.^_`|~:/");
    private static readonly SearchValues<char> DigitCharacters = SearchValues.Create(Digits);

    private ReadOnlySpan<char> _rest;

    private StructuredFieldReader(ReadOnlySpan<char> text) => _rest = text;

    /// <summary>Reads a whole field value as a dictionary; members keep their order.</summary>
    public static bool TryReadDictionary(string text, int mostMembers, out IReadOnlyList<KeyValuePair<string, StructuredItem>> members)
    {
        var reader = new StructuredFieldReader(text.AsSpan().Trim(' '));
        var read = new List<KeyValuePair<string, StructuredItem>>();
        members = read;
        if (reader._rest.IsEmpty) return true;
        for (; ; )
        {
            if (read.Count == mostMembers || !reader.TryReadMember(out var member) || Holds(read, member.Key)) return false;
            read.Add(member);
            reader.SkipOptionalSpace();
            if (reader._rest.IsEmpty) return true;
            if (!reader.TryTake(',')) return false;
            reader.SkipOptionalSpace();
        }
    }

    private bool TryReadMember(out KeyValuePair<string, StructuredItem> member)
    {
        member = default;
        if (!TryReadKey(out var key)) return false;
        StructuredItem? item;
        if (!TryTake('='))
        {
            if (!TryReadParameters(out var parameters)) return false;
            item = new StructuredItem(true, parameters);
        }
        else if (!(_rest.StartsWith("(", StringComparison.Ordinal) ? TryReadInnerList(out item) : TryReadItem(out item)))
        {
            return false;
        }

        member = new(key, item);
        return true;
    }

    private bool TryReadInnerList([NotNullWhen(true)] out StructuredItem? list)
    {
        list = null;
        var items = new List<StructuredItem>();
        TryTake('(');
        for (; ; )
        {
            SkipSpace();
            if (TryTake(')')) break;
            if (items.Count == MostInnerItems || !TryReadItem(out var item)) return false;
            items.Add(item);
            if (_rest.IsEmpty || _rest[0] is not (' ' or ')')) return false;
        }

        if (!TryReadParameters(out var parameters)) return false;
        list = new StructuredItem(items, parameters);
        return true;
    }

    private bool TryReadItem([NotNullWhen(true)] out StructuredItem? item)
    {
        item = null;
        if (!TryReadBareItem(out var value) || !TryReadParameters(out var parameters)) return false;
        item = new StructuredItem(value, parameters);
        return true;
    }

    private bool TryReadParameters(out IReadOnlyList<KeyValuePair<string, object>> parameters)
    {
        var read = new List<KeyValuePair<string, object>>();
        parameters = read;
        while (TryTake(';'))
        {
            SkipSpace();
            if (read.Count == MostParameters || !TryReadKey(out var key) || Holds(read, key)) return false;
            object value = true;
            if (TryTake('=') && !TryReadBareItem(out value)) return false;
            read.Add(new(key, value));
        }

        return true;
    }

    private bool TryReadKey(out string key)
    {
        key = "";
        if (_rest.IsEmpty || !KeyStart.Contains(_rest[0])) return false;
        key = TakeAll(KeyCharacters).ToString();
        return true;
    }

    private bool TryReadBareItem(out object value)
    {
        value = false;
        if (_rest.IsEmpty) return false;
        return _rest[0] switch
        {
            '"' => TryReadString(out value),
            ':' => TryReadBytes(out value),
            '?' => TryReadBoolean(out value),
            '-' or (>= '0' and <= '9') => TryReadNumber(out value),
            var first when TokenStart.Contains(first) => TryReadToken(out value),
            _ => false,
        };
    }

    private bool TryReadToken(out object value)
    {
        value = new StructuredToken(TakeAll(TokenCharacters).ToString());
        return true;
    }

    private bool TryReadBoolean(out object value)
    {
        value = _rest.StartsWith("?1", StringComparison.Ordinal);
        if (_rest.Length < 2 || _rest[1] is not ('0' or '1')) return false;
        _rest = _rest[2..];
        return true;
    }

    private bool TryReadNumber(out object value)
    {
        value = 0L;
        var negative = TryTake('-');
        var whole = TakeAll(DigitCharacters);
        if (whole.IsEmpty) return false;
        if (!TryTake('.'))
        {
            if (whole.Length > 15) return false;
            var integer = long.Parse(whole, NumberStyles.None, CultureInfo.InvariantCulture);
            value = negative ? -integer : integer;
            return true;
        }

        var fraction = TakeAll(DigitCharacters);
        if (whole.Length > 12 || fraction.Length is 0 or > 3) return false;
        var number = decimal.Parse($"{whole}.{fraction}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        value = negative ? -number : number;
        return true;
    }

    private bool TryReadString(out object value)
    {
        value = "";
        var text = new StringBuilder();
        for (var i = 1; i < _rest.Length; i++)
        {
            var c = _rest[i];
            if (c == '"')
            {
                _rest = _rest[(i + 1)..];
                value = text.ToString();
                return true;
            }

            if (c == '\\')
            {
                if (++i == _rest.Length || _rest[i] is not ('"' or '\\')) return false;
                c = _rest[i];
            }

            if (c is < ' ' or > '~') return false;
            text.Append(c);
        }

        return false;
    }

    private bool TryReadBytes(out object value)
    {
        value = Array.Empty<byte>();
        var length = _rest[1..].IndexOf(':');
        if (length < 0) return false;
        var text = _rest.Slice(1, length);
        var bytes = new byte[length];
        // Comparing with what the bytes are written as refuses white space, missing padding and stray bits at the end.
        if (!Convert.TryFromBase64Chars(text, bytes, out var written)
            || !text.SequenceEqual(Convert.ToBase64String(bytes, 0, written))) return false;
        value = bytes[..written];
        _rest = _rest[(length + 2)..];
        return true;
    }

    private ReadOnlySpan<char> TakeAll(SearchValues<char> allowed)
    {
        var end = _rest.IndexOfAnyExcept(allowed);
        var taken = end < 0 ? _rest : _rest[..end];
        _rest = _rest[taken.Length..];
        return taken;
    }

    private bool TryTake(char expected)
    {
        if (_rest.IsEmpty || _rest[0] != expected) return false;
        _rest = _rest[1..];
        return true;
    }

    private void SkipSpace() => _rest = _rest.TrimStart(' ');

    private void SkipOptionalSpace() => _rest = _rest.TrimStart([' ', '\t']);

    private static bool Holds<T>(List<KeyValuePair<string, T>> read, string key) => read.Exists(pair => pair.Key == key);
}
