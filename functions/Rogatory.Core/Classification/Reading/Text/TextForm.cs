using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Rogatory.Core.Classification.Reading.Text;

/// <summary>The encoding of a text, found in its first bytes.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="Preamble">The length of the byte order mark.</param>
/// <param name="IsSure">Whether nothing in the sample speaks against it.</param>
internal sealed record TextForm(Encoding Encoding, int Preamble, bool IsSure)
{
    private static readonly SearchValues<byte> NotIn1252 = SearchValues.Create(0x81, 0x8D, 0x8F, 0x90, 0x9D);
    private static readonly UTF8Encoding Utf8Form = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: false);
    private static readonly UnicodeEncoding Utf16BigEndian = new(bigEndian: true, byteOrderMark: false);
    private static readonly UTF32Encoding Utf32 = new(bigEndian: false, byteOrderMark: false);
    private static readonly UTF32Encoding Utf32BigEndian = new(bigEndian: true, byteOrderMark: false);

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding of such a name, or nothing. UTF-7 is none: bytes in it mean different things to different readers.</summary>
    public static Encoding? Named(string charset)
    {
        string name = charset.Trim(' ', '"', '\'');
        if (name.Length is 0 or > 40) return null;
        if (name.Equals("utf-7", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            // What is called ISO-8859-1 is Windows-1252 in practice: the bytes between them are control codes in the one and letters in the other.
            if (name.ToUpperInvariant() is "ISO-8859-1" or "LATIN1" or "US-ASCII" or "ASCII" or "CP1252" or "ISO8859-1") return Windows1252;
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Nothing, if the sample is no text.</summary>
    public static TextForm? Find(ReadOnlySpan<byte> sample, bool isWhole)
    {
        if (Marked(sample) is { } marked) return marked;
        if (sample.Contains((byte)0)) return WithoutMark(sample);
        return OfBytes(sample, isWhole);
    }

    private static TextForm? Marked(ReadOnlySpan<byte> sample) => sample switch
    {
        [0xFF, 0xFE, 0, 0, ..] => new(Utf32, 4, true),
        [0, 0, 0xFE, 0xFF, ..] => new(Utf32BigEndian, 4, true),
        [0xEF, 0xBB, 0xBF, ..] => new(Utf8Form, 3, true),
        [0xFF, 0xFE, ..] => new(Utf16, 2, true),
        [0xFE, 0xFF, ..] => new(Utf16BigEndian, 2, true),
        _ => null,
    };

    private static TextForm? WithoutMark(ReadOnlySpan<byte> sample)
    {
        TextForm? best = null;
        int most = 0;
        foreach (Encoding encoding in (Encoding[])[Utf32, Utf32BigEndian, Utf16, Utf16BigEndian])
        {
            int unit = encoding is UTF32Encoding ? 4 : 2;
            string text = encoding.GetString(sample[..(sample.Length / unit * unit)]);
            int plain = 0, wrong = 0;
            foreach (char one in text)
            {
                if (one is >= ' ' and < '\x7f' or '\n' or '\r' or '\t') plain++;
                else if (one is < ' ' or (>= '\x7f' and < '\xa0') or >= '\ufff0') wrong++;
            }
            // A sample may end within a surrogate pair.
            if (wrong > 1 || wrong * 20 > text.Length || plain * 20 < text.Length || plain <= most) continue;
            (best, most) = (new TextForm(encoding, 0, true), plain);
        }
        return best;
    }

    private static TextForm? OfBytes(ReadOnlySpan<byte> sample, bool isWhole)
    {
        int controls = 0, high = 0;
        foreach (byte one in sample)
        {
            if (one >= 0x80) high++;
            else if (one is 0x7F or (< 0x20 and not ((>= 0x08 and <= 0x0D) or 0x1A or 0x1B))) controls++;
        }
        if (controls * 50 > sample.Length) return null;
        // ISO-2022 switches its alphabets by escape sequences, in plain ASCII.
        bool switches = sample.IndexOf("\e$"u8) >= 0 || sample.IndexOf("\e("u8) >= 0;
        if (high == 0) return new(Utf8Form, 0, !switches);
        if (Utf8.IsValid(isWhole ? sample : WithoutTail(sample))) return new(Utf8Form, 0, !switches);
        if (IsMostlyUtf8(sample)) return new(Utf8Form, 0, false);
        if (controls > 0 && high * 4 > sample.Length) return null;
        // More than a third of accented letters is no Western language: another code page, of which only the ASCII can be read.
        return new(Windows1252, 0, high * 3 <= sample.Length && !sample.ContainsAny(NotIn1252));
    }

    private static ReadOnlySpan<byte> WithoutTail(ReadOnlySpan<byte> sample)
    {
        for (int tail = 1; tail <= 3 && tail <= sample.Length; tail++)
        {
            if (sample[^tail] >= 0xC0) return sample[..^tail];
            if (sample[^tail] < 0x80) break;
        }
        return sample;
    }

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> sample)
    {
        int right = 0, wrong = 0;
        while (!sample.IsEmpty)
        {
            int plain = sample.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (plain < 0) break;
            sample = sample[plain..];
            if (Rune.DecodeFromUtf8(sample, out _, out int length) == OperationStatus.Done) right++;
            else wrong++;
            sample = sample[length..];
        }
        return right > wrong;
    }
}
