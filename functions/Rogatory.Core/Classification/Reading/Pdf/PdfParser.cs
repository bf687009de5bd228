using System.Buffers;
using System.Text;

namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>Reads PDF objects (ISO 32000-1, 7.3) from bytes, in linear time. What is not quite right is read as far as it makes sense.</summary>
/// <param name="bytes">Where the objects are.</param>
/// <param name="mostLevels">How deep arrays and dictionaries may be in each other.</param>
/// <param name="withReferences">Whether two numbers and an R are a reference, as in a file and not in a content stream.</param>
internal sealed class PdfParser(ReadOnlyMemory<byte> bytes, int mostLevels, bool withReferences)
{
    private const int MostValues = 1_000_000;

    private static readonly SearchValues<byte> Spaces = SearchValues.Create(0, 9, 10, 12, 13, 32);
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);
    private static readonly PdfKeyword End = new("");
    private static readonly PdfKeyword EndArray = new("]");
    private static readonly PdfKeyword EndDictionary = new(">>");

    private int _level;

    /// <summary>Where the next object is looked for.</summary>
    public int At { get; set; }

    /// <summary>How many values were read, with those inside others.</summary>
    public int Values { get; set; }

    /// <summary>Whether arrays or dictionaries were too deep in each other; what was too deep is left out.</summary>
    public bool WasTooDeep { get; private set; }

    public bool IsAtEnd => At >= bytes.Length;

    private ReadOnlySpan<byte> Rest => bytes.Span[Math.Min(At, bytes.Length)..];

    public static int Whole(object? value, int otherwise = 0) => value is double number && number is > -2e9 and < 2e9 ? (int)number : otherwise;

    /// <summary>The next object or keyword; a keyword without text at the end.</summary>
    public object? Next()
    {
        if (++Values > MostValues) throw new InvalidDataException("An object has more values than any has.");
        SkipSpace();
        if (IsAtEnd) return End;
        byte first = bytes.Span[At];
        switch (first)
        {
            case (byte)'/':
                At++;
                return new PdfName(Name());
            case (byte)'(':
                return Literal();
            case (byte)'<':
                if (Rest.StartsWith("<<"u8)) return Dictionary();
                return Hex();
            case (byte)'[':
                return Array();
            case (byte)']':
                At++;
                return EndArray;
            case (byte)'>':
                At += Rest.StartsWith(">>"u8) ? 2 : 1;
                return EndDictionary;
            case (byte)')' or (byte)'{' or (byte)'}':
                At++;
                return new PdfKeyword(((char)first).ToString());
            case >= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'-' or (byte)'.':
                return Number();
            default:
                return Keyword();
        }
    }

    public bool TryTake(string keyword)
    {
        SkipSpace();
        if (Rest.Length < keyword.Length) return false;
        for (int at = 0; at < keyword.Length; at++)
        {
            if (Rest[at] != keyword[at]) return false;
        }
        At += keyword.Length;
        return true;
    }

    public void SkipSpace()
    {
        for (; ; )
        {
            int count = Rest.IndexOfAnyExcept(Spaces);
            At = count < 0 ? bytes.Length : At + count;
            if (IsAtEnd || bytes.Span[At] != '%') return;
            int end = Rest.IndexOfAny((byte)'\r', (byte)'\n');
            At = end < 0 ? bytes.Length : At + end;
        }
    }

    private object? Keyword()
    {
        ReadOnlySpan<byte> rest = Rest;
        int length = rest.IndexOfAny(Ends);
        if (length < 0) length = rest.Length;
        At += length;
        string text = Encoding.Latin1.GetString(rest[..Math.Min(length, 32)]);
        return text switch { "true" => true, "false" => false, "null" => null, _ => new PdfKeyword(text) };
    }

    private object Number()
    {
        double first = TakeNumber();
        if (!withReferences || first < 0 || first > int.MaxValue || Math.Floor(first) != first) return first;
        int after = At;
        SkipSpace();
        if (!IsAtEnd && char.IsAsciiDigit((char)bytes.Span[At]))
        {
            TakeNumber();
            SkipSpace();
            if (Rest is [(byte)'R', ..] && (Rest.Length == 1 || Ends.Contains(Rest[1])))
            {
                At++;
                return new PdfReference((int)first);
            }
        }
        At = after;
        return first;
    }

    private double TakeNumber()
    {
        double value = 0, scale = 0;
        bool negative = false;
        for (; !IsAtEnd; At++)
        {
            byte one = bytes.Span[At];
            if (one is >= (byte)'0' and <= (byte)'9')
            {
                if (scale == 0) value = (value * 10) + (one - '0');
                else
                {
                    value += (one - '0') * scale;
                    scale /= 10;
                }
            }
            else if (one == '-') negative = true;
            else if (one == '.' && scale == 0) scale = 0.1;
            else if (one is not ((byte)'+' or (byte)'.')) break;
        }
        return negative ? -value : value;
    }

    private string Name()
    {
        ReadOnlySpan<byte> rest = Rest;
        int length = rest.IndexOfAny(Ends);
        ReadOnlySpan<byte> raw = length < 0 ? rest : rest[..length];
        At += raw.Length;
        if (raw.Length > 256) raw = raw[..256];
        if (!raw.Contains((byte)'#')) return Encoding.Latin1.GetString(raw);
        var name = new StringBuilder();
        for (int at = 0; at < raw.Length; at++)
        {
            if (raw[at] == '#' && at + 2 < raw.Length && char.IsAsciiHexDigit((char)raw[at + 1]) && char.IsAsciiHexDigit((char)raw[at + 2]))
            {
                name.Append((char)Convert.FromHexString(raw.Slice(at + 1, 2))[0]);
                at += 2;
            }
            else name.Append((char)raw[at]);
        }
        return name.ToString();
    }

    private byte[] Literal()
    {
        var text = new ArrayBufferWriter<byte>();
        int depth = 1;
        At++;
        for (; !IsAtEnd; At++)
        {
            int plain = Rest.IndexOfAny((byte)'(', (byte)')', (byte)'\\');
            ReadOnlySpan<byte> run = plain < 0 ? Rest : Rest[..plain];
            text.Write(run);
            At += run.Length;
            if (IsAtEnd) break;
            byte one = bytes.Span[At];
            if (one == '\\')
            {
                At++;
                if (IsAtEnd) break;
                Escape(text);
                continue;
            }
            if (one == '(') depth++;
            else if (one == ')' && --depth == 0)
            {
                At++;
                break;
            }
            text.Write([one]);
        }
        return text.WrittenSpan.ToArray();
    }

    private void Escape(ArrayBufferWriter<byte> text)
    {
        byte one = bytes.Span[At];
        switch (one)
        {
            case (byte)'\r':
                if (At + 1 < bytes.Length && bytes.Span[At + 1] == '\n') At++;
                return;
            case (byte)'\n':
                return;
            case >= (byte)'0' and <= (byte)'7':
                int code = one - '0';
                for (int digits = 1; digits < 3 && At + 1 < bytes.Length && bytes.Span[At + 1] is >= (byte)'0' and <= (byte)'7'; digits++)
                    code = (code * 8) + (bytes.Span[++At] - '0');
                text.Write([(byte)(code & 0xFF)]);
                return;
            default:
                text.Write([one switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', (byte)'t' => (byte)'\t', (byte)'b' => (byte)'\b', (byte)'f' => (byte)'\f', _ => one }]);
                return;
        }
    }

    private byte[] Hex()
    {
        var text = new ArrayBufferWriter<byte>();
        int high = -1;
        for (At++; !IsAtEnd; At++)
        {
            byte one = bytes.Span[At];
            if (one == '>')
            {
                At++;
                break;
            }
            if (!char.IsAsciiHexDigit((char)one)) continue;
            int digit = Convert.ToInt32(((char)one).ToString(), 16);
            if (high < 0) high = digit;
            else
            {
                text.Write([(byte)((high * 16) + digit)]);
                high = -1;
            }
        }
        if (high >= 0) text.Write([(byte)(high * 16)]);
        return text.WrittenSpan.ToArray();
    }

    private object? Array()
    {
        At++;
        var array = new List<object?>();
        if (!Enter()) return null;
        for (; ; )
        {
            object? value = Next();
            if (ReferenceEquals(value, EndArray) || ReferenceEquals(value, End)) break;
            // A keyword has no place in an array: its end is missing.
            if (value is PdfKeyword keyword && keyword.Text is "endobj" or "endstream") break;
            array.Add(value is PdfKeyword ? null : value);
        }
        _level--;
        return array;
    }

    private object? Dictionary()
    {
        At += 2;
        var dictionary = new PdfDictionary();
        if (!Enter()) return null;
        for (; ; )
        {
            object? key = Next();
            if (ReferenceEquals(key, EndDictionary) || ReferenceEquals(key, End)) break;
            if (key is PdfKeyword { Text: "endobj" or "stream" or "endstream" }) break;
            if (key is not PdfName name) continue;
            object? value = Next();
            if (ReferenceEquals(value, EndDictionary) || ReferenceEquals(value, End)) break;
            dictionary[name.Text] = value is PdfKeyword ? null : value;
        }
        _level--;
        return dictionary;
    }

    private bool Enter()
    {
        if (_level == mostLevels)
        {
            WasTooDeep = true;
            return false;
        }
        _level++;
        return true;
    }
}
