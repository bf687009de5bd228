using System.Buffers;
using System.Globalization;
using System.Text;
using Rogatory.Core.Classification.Reading.Markup;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Looks for values in what a stretch of text means where it holds codes: percent signs, character references, escapes, quoted-printable, base64, hexadecimal.</summary>
internal sealed class CodedText
{
    private const int MostLevels = 3;

    // Four units of a value in base64; what is shorter holds none that is looked for.
    private const int LeastBase64 = 6;
    private const int LeastHex = 8;

    private static readonly SearchValues<char> Marks = SearchValues.Create("%&\\=");
    private static readonly sbyte[] Base64 = MakeBase64();

    private readonly ValueMatcher _matcher;
    private readonly bool _hasWide;
    private byte[] _bytes = [];
    private char[] _characters = [];
    private string _code = "";

    public CodedText(ValueTree tree, Action<RemovedValue, string> found)
    {
        _matcher = new ValueMatcher(tree, (value, _, _) => found(value, _code)) { FindsShort = false, FindsBeginnings = true };
        _hasWide = tree.HasWide;
    }

    public void Search(ReadOnlySpan<char> text)
    {
        SearchRuns(text);
        if (!text.ContainsAny(Marks)) return;
        char[] one = new char[text.Length], other = new char[text.Length];
        for (int level = 1; level <= MostLevels; level++)
        {
            int length = Unescape(text, one);
            if (length == text.Length) return;
            text = one.AsSpan(0, length);
            SearchPlain(text, "in escapes");
            SearchRuns(text);
            (one, other) = (other, one);
        }
    }

    private void SearchPlain(ReadOnlySpan<char> text, string code)
    {
        _code = code;
        foreach (char unit in text)
            _matcher.Add(unit, 0);
        _matcher.Break();
    }

    /// <summary>Replaces every code by what it means; bytes are UTF-8, or else Windows-1252.</summary>
    private int Unescape(ReadOnlySpan<char> text, char[] made)
    {
        int length = 0, bytes = 0;
        if (_bytes.Length < text.Length) _bytes = new byte[text.Length];
        for (int at = 0; at < text.Length;)
        {
            char unit = text[at];
            if (unit is '%' or '=' && at + 2 < text.Length && Hex(text[at + 1]) is >= 0 and int high && Hex(text[at + 2]) is >= 0 and int low)
            {
                _bytes[bytes++] = (byte)((high << 4) | low);
                at += 3;
                continue;
            }
            if (unit == '\\' && at + 3 < text.Length && text[at + 1] is 'x' && Hex(text[at + 2]) is >= 0 and int first && Hex(text[at + 3]) is >= 0 and int second)
            {
                _bytes[bytes++] = (byte)((first << 4) | second);
                at += 4;
                continue;
            }
            if (unit == '=' && at + 1 < text.Length && text[at + 1] is '\n' or '\r')
            {
                // A soft line end of quoted-printable is nothing.
                at += at + 2 < text.Length && text[at + 1] == '\r' && text[at + 2] == '\n' ? 3 : 2;
                continue;
            }
            Flush(made, ref length, ref bytes);
            at += UnescapeOne(text[at..], made, ref length);
        }
        Flush(made, ref length, ref bytes);
        return length;
    }

    private static int UnescapeOne(ReadOnlySpan<char> text, char[] made, ref int length)
    {
        if (text is ['\\', 'u', _, _, _, _, ..] && ushort.TryParse(text.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
        {
            made[length++] = (char)unit;
            return 6;
        }
        if (text is ['\\', '/' or '"' or '\\' or '\'', ..])
        {
            made[length++] = text[1];
            return 2;
        }
        if (text is ['\\', 'n' or 'r' or 't', ..])
        {
            made[length++] = ' ';
            return 2;
        }
        if (text[0] == '&' && Entities.Read(text, isHtml: true, out string value) is > 0 and int taken)
        {
            value.CopyTo(made.AsSpan(length));
            length += value.Length;
            return taken;
        }
        made[length++] = text[0];
        return 1;
    }

    private void Flush(char[] made, ref int length, ref int bytes)
    {
        if (bytes == 0) return;
        ReadOnlySpan<byte> coded = _bytes.AsSpan(0, bytes);
        length += (System.Text.Unicode.Utf8.IsValid(coded) ? Encoding.UTF8 : TextForm.Windows1252).GetChars(coded, made.AsSpan(length));
        bytes = 0;
    }

    /// <summary>Runs of base64 and of hexadecimal digits, over line ends, from each place a code can begin at.</summary>
    private void SearchRuns(ReadOnlySpan<char> text)
    {
        for (int at = 0; at < text.Length;)
        {
            if (text[at] >= 0x80 || Base64[text[at]] < 0)
            {
                at++;
                continue;
            }
            int start = at, digits = 0;
            bool isHex = true;
            while (at < text.Length && text[at] < 0x80 && (Base64[text[at]] >= 0 || (text[at] is '\r' or '\n' && digits > 0)))
            {
                if (Base64[text[at]] >= 0)
                {
                    digits++;
                    isHex &= Hex(text[at]) >= 0;
                }
                at++;
            }
            ReadOnlySpan<char> run = text[start..at];
            if (digits >= LeastBase64) SearchBase64(run);
            if (digits >= LeastHex && isHex) SearchHex(run);
        }
    }

    private void SearchBase64(ReadOnlySpan<char> run)
    {
        if (_bytes.Length < run.Length) _bytes = new byte[run.Length];
        for (int skipped = 0; skipped < 4; skipped++)
        {
            int bits = 0, count = 0, length = 0, left = skipped;
            foreach (char unit in run)
            {
                int value = Base64[unit];
                if (value < 0 || left-- > 0) continue;
                bits = ((bits << 6) | value) & 0xFFFF;
                count += 6;
                if (count < 8) continue;
                count -= 8;
                _bytes[length++] = (byte)((bits >> count) & 0xFF);
            }
            SearchBytes(_bytes.AsSpan(0, length), "in base64");
        }
    }

    private void SearchHex(ReadOnlySpan<char> run)
    {
        if (_bytes.Length < run.Length) _bytes = new byte[run.Length];
        for (int skipped = 0; skipped < 2; skipped++)
        {
            int high = -1, length = 0, left = skipped;
            foreach (char unit in run)
            {
                int value = Hex(unit);
                if (value < 0 || left-- > 0) continue;
                if (high < 0) high = value;
                else
                {
                    _bytes[length++] = (byte)((high << 4) | value);
                    high = -1;
                }
            }
            SearchBytes(_bytes.AsSpan(0, length), "in hexadecimal");
        }
    }

    private void SearchBytes(ReadOnlySpan<byte> bytes, string code)
    {
        if (_characters.Length < bytes.Length) _characters = new char[bytes.Length];
        SearchPlain(_characters.AsSpan(0, TextForm.Windows1252.GetChars(bytes, _characters)), code);
        if (bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF)) SearchPlain(_characters.AsSpan(0, Encoding.UTF8.GetChars(bytes, _characters)), code);
        if (!_hasWide) return;
        for (int skipped = 0; skipped < 2 && skipped < bytes.Length; skipped++)
        {
            SearchPlain(_characters.AsSpan(0, Encoding.Unicode.GetChars(bytes[skipped..], _characters)), code);
            SearchPlain(_characters.AsSpan(0, Encoding.BigEndianUnicode.GetChars(bytes[skipped..], _characters)), code);
        }
    }

    private static int Hex(char unit) => char.IsAsciiHexDigit(unit) ? char.IsAsciiDigit(unit) ? unit - '0' : (unit | 0x20) - 'a' + 10 : -1;

    private static sbyte[] MakeBase64()
    {
        sbyte[] values = new sbyte[0x80];
        Array.Fill(values, (sbyte)-1);
        for (int value = 0; value < 26; value++)
            (values['A' + value], values['a' + value]) = ((sbyte)value, (sbyte)(26 + value));
        for (int value = 0; value < 10; value++)
            values['0' + value] = (sbyte)(52 + value);
        (values['+'], values['-'], values['/'], values['_']) = (62, 62, 63, 63);
        return values;
    }
}
