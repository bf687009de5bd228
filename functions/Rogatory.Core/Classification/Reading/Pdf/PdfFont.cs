using System.Text;

namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>
/// What the codes of a font stand for: by its ToUnicode map, else by its encoding and the names of its glyphs, else by what a CMap's name
/// tells. And how wide they are, so that words can be told apart.
/// </summary>
internal sealed class PdfFont
{
    /// <summary>Helvetica's widths of the codes from 32 to 126; near enough for any proportional font that does not give its own.</summary>
    private static readonly short[] Usual =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private const int MostWidths = 200_000;

    private readonly bool _isComposite;
    private readonly bool _isUnicode;
    private readonly CharacterMap? _codes;
    private readonly CharacterMap? _texts;
    private readonly string?[] _characters = [];
    private readonly Dictionary<int, double> _widths = [];
    private readonly double _otherWidth = -1;

    public PdfFont(PdfFile file, PdfDictionary font, ReadingLimits limits, CancellationToken cancellationToken)
    {
        _texts = Map(file, font.GetValueOrDefault("ToUnicode"), limits, cancellationToken);
        if (_texts is { HasTexts: false }) _texts = null;
        _isComposite = font.Is("Subtype", "Type0");
        if (_isComposite)
        {
            object? encoding = file.Get(font.GetValueOrDefault("Encoding"));
            string name = (encoding as PdfName)?.Text ?? "";
            _isUnicode = name.StartsWith("Uni", StringComparison.Ordinal) && (name.Contains("UCS2", StringComparison.Ordinal) || name.Contains("UTF16", StringComparison.Ordinal));
            _codes = Map(file, encoding, limits, cancellationToken);
            if (file.List(font.GetValueOrDefault("DescendantFonts")) is [var first, ..] && file.Dictionary(first) is { } descendant)
            {
                _otherWidth = file.Get(descendant.GetValueOrDefault("DW")) is double width ? width / 1000 : 1;
                ReadWidths(file, file.List(descendant.GetValueOrDefault("W")));
            }
            return;
        }
        double unit = font.Is("Subtype", "Type3") && file.List(font.GetValueOrDefault("FontMatrix")) is [double scale, ..] ? Math.Abs(scale) : 0.001;
        (_characters, bool isUnsure) = Characters(file, font);
        IsUnsure = isUnsure && _texts is null;
        int code = PdfParser.Whole(file.Get(font.GetValueOrDefault("FirstChar")));
        foreach (object? width in file.List(font.GetValueOrDefault("Widths")).Take(256))
        {
            if (file.Get(width) is double number) _widths[code] = number * unit;
            code++;
        }
        if (_widths.Count > 0 && file.Dictionary(font.GetValueOrDefault("FontDescriptor"))?.GetValueOrDefault("MissingWidth") is double missing) _otherWidth = missing * unit;
        if ((file.Get(font.GetValueOrDefault("BaseFont")) as PdfName)?.Text.Contains("Courier", StringComparison.Ordinal) == true && _widths.Count == 0) _otherWidth = 0.6;
    }

    /// <summary>Whether the codes are taken for what they most often are, because the file does not say.</summary>
    public bool IsUnsure { get; }

    /// <summary>The glyphs that a string shows.</summary>
    public IEnumerable<PdfGlyph> Glyphs(byte[] text)
    {
        for (int at = 0; at < text.Length;)
        {
            (int length, uint code) = !_isComposite ? (1, text[at]) : _codes is { HasSpaces: true } ? _codes.Take(text.AsSpan(at)) : Pair(text, at);
            yield return new PdfGlyph(Text(length, code), Width(code), length == 1 && code == 32);
            at += Math.Max(length, 1);
        }
    }

    private static (int, uint) Pair(byte[] text, int at) => at + 1 < text.Length ? (2, (uint)((text[at] << 8) | text[at + 1])) : (1, text[at]);

    private static CharacterMap? Map(PdfFile file, object? value, ReadingLimits limits, CancellationToken cancellationToken)
    {
        if (file.Get(value) is not PdfStream stream) return null;
        try
        {
            using HeldContent held = file.Decode(stream);
            return CharacterMap.Read(held.Bytes, limits, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static (string?[] Characters, bool IsUnsure) Characters(PdfFile file, PdfDictionary font)
    {
        object? encoding = file.Get(font.GetValueOrDefault("Encoding"));
        var described = encoding as PdfDictionary;
        string? name = (encoding as PdfName)?.Text ?? (described is null ? null : file.Get(described.GetValueOrDefault("BaseEncoding")) as PdfName)?.Text;
        string?[]? own = name is null ? BuiltIn(file, font) : null;
        string?[] characters = own ?? GlyphNames.Encoding(name ?? (font.Is("Subtype", "TrueType") ? "WinAnsiEncoding" : "StandardEncoding"));
        List<object?> differences = described is null ? [] : file.List(described.GetValueOrDefault("Differences"));
        bool isType3 = font.Is("Subtype", "Type3");
        // A Type 3 font has glyphs for its differences alone.
        if (isType3) characters = new string?[256];
        else (characters[9], characters[10], characters[13]) = (" ", " ", " ");
        int code = 0;
        foreach (object? one in differences)
        {
            object? value = file.Get(one);
            if (value is double) code = PdfParser.Whole(value);
            else if (value is PdfName glyph && code is >= 0 and < 256) characters[code++] = GlyphNames.Text(glyph.Text);
        }
        int flags = PdfParser.Whole(file.Dictionary(font.GetValueOrDefault("FontDescriptor"))?.GetValueOrDefault("Flags"));
        bool isSymbolic = (flags & 4) != 0 || (file.Get(font.GetValueOrDefault("BaseFont")) as PdfName)?.Text is "Symbol" or "ZapfDingbats";
        return (characters, isSymbolic && name is null && own is null && differences.Count == 0);
    }

    private static string?[]? BuiltIn(PdfFile file, PdfDictionary font)
    {
        if (file.Get(file.Dictionary(font.GetValueOrDefault("FontDescriptor"))?.GetValueOrDefault("FontFile")) is not PdfStream program) return null;
        try
        {
            using HeldContent held = file.Decode(program);
            return Type1Encoding.Read(held.Bytes.Span);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary><c>c [w1 w2 …]</c> or <c>first last w</c> (9.7.4.3).</summary>
    private void ReadWidths(PdfFile file, List<object?> widths)
    {
        int said = 0;
        for (int at = 0; at + 1 < widths.Count && said < MostWidths;)
        {
            int first = PdfParser.Whole(file.Get(widths[at]));
            object? second = file.Get(widths[at + 1]);
            if (second is List<object?> list)
            {
                for (int index = 0; index < list.Count && said < MostWidths; index++, said++)
                {
                    if (file.Get(list[index]) is double width) _widths[(int)Math.Min(int.MaxValue, (long)first + index)] = width / 1000;
                }
                at += 2;
                continue;
            }
            if (at + 2 < widths.Count && file.Get(widths[at + 2]) is double same)
            {
                for (long code = first; code <= PdfParser.Whole(second) && said < MostWidths; code++, said++)
                    _widths[(int)code] = same / 1000;
            }
            at += 3;
        }
    }

    private string? Text(int length, uint code)
    {
        if (_texts?.Text(length, code) is { } text) return text;
        // Maps made for one-byte codes are written with two by some programs, and the other way round.
        if (_texts?.Text(length == 1 ? 2 : 1, code) is { } other) return other;
        if (_isUnicode) return ((char)(code & 0xFFFF)).ToString();
        return _isComposite ? null : code < _characters.Length ? _characters[code] : null;
    }

    private double Width(uint code)
    {
        if (_widths.TryGetValue((int)Math.Min(code, int.MaxValue), out double width)) return width;
        if (_otherWidth >= 0) return _otherWidth;
        return code is >= 32 and <= 126 ? Usual[code - 32] / 1000.0 : 0.556;
    }
}
