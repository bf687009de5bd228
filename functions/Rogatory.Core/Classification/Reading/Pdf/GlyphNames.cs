using System.Globalization;
using System.Text;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>The characters of glyph names (Adobe Glyph List), as far as Latin, Greek and Cyrillic fonts use them, and the standard encodings.</summary>
internal static class GlyphNames
{
    /// <summary>Names that are not a letter, or a letter with an accent's name, as <c>eacute</c> is.</summary>
    private const string Others =
        "space  exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( parenright ) asterisk * plus + comma , hyphen - minus \u2212 "
        + "period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ "
        + "backslash \\ bracketright ] asciicircum ^ underscore _ grave ` braceleft { bar | braceright } asciitilde ~ exclamdown ¡ cent ¢ sterling £ currency ¤ yen ¥ "
        + "brokenbar ¦ section § dieresis ¨ copyright © ordfeminine ª guillemotleft « logicalnot ¬ registered ® macron ¯ degree ° plusminus ± twosuperior ² threesuperior ³ "
        + "acute ´ mu µ paragraph ¶ periodcentered · middot · cedilla ¸ onesuperior ¹ ordmasculine º guillemotright » onequarter ¼ onehalf ½ threequarters ¾ questiondown ¿ "
        + "AE Æ ae æ Eth Ð eth ð multiply × divide ÷ Oslash Ø oslash ø Thorn Þ thorn þ germandbls ß dotlessi ı dotlessj ȷ Dcroat Đ dcroat đ Hbar Ħ hbar ħ IJ Ĳ ij ĳ kgreenlandic ĸ "
        + "Lslash Ł lslash ł Ldot Ŀ ldot ŀ napostrophe ŉ Eng Ŋ eng ŋ OE Œ oe œ Tbar Ŧ tbar ŧ longs ſ florin ƒ circumflex ˆ caron ˇ breve ˘ dotaccent ˙ ring ˚ ogonek ˛ tilde ˜ "
        + "hungarumlaut ˝ endash – emdash — quoteleft ‘ quoteright ’ quotesinglbase ‚ quotedblleft “ quotedblright ” quotedblbase „ dagger † daggerdbl ‡ bullet • ellipsis … "
        + "perthousand ‰ guilsinglleft ‹ guilsinglright › fraction ⁄ Euro € trademark ™ fi ﬁ fl ﬂ ff ﬀ ffi ﬃ ffl ﬄ partialdiff ∂ summation ∑ product ∏ radical √ infinity ∞ "
        + "integral ∫ approxequal ≈ notequal ≠ lessequal ≤ greaterequal ≥ lozenge ◊ apple \uF8FF Omega Ω Delta Δ pi π nbspace \u00A0 nonbreakingspace \u00A0 sfthyphen \u00AD softhyphen \u00AD "
        + "numero № afii61352 № Alpha Α Beta Β Gamma Γ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ "
        + "Chi Χ Psi Ψ alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ nu ν xi ξ omicron ο rho ρ sigma σ sigma1 ς tau τ upsilon υ phi φ "
        + "chi χ psi ψ omega ω Alphatonos Ά Epsilontonos Έ Etatonos Ή Iotatonos Ί Omicrontonos Ό Upsilontonos Ύ Omegatonos Ώ alphatonos ά epsilontonos έ etatonos ή iotatonos ί "
        + "omicrontonos ό upsilontonos ύ omegatonos ώ";

    /// <summary>Adobe's standard encoding from 0xA1, a point for each code that has none.</summary>
    private const string StandardHigh =
        "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ.–†‡·.¶•‚„”»…‰.¿.`´ˆ˜¯˘˙¨.˚¸.˝˛ˇ—................Æ.ª....ŁØŒº.....æ...ı..łøœß";

    private static readonly Dictionary<string, string> Named = Read();

    private static readonly Dictionary<string, char> Accents = new(StringComparer.Ordinal)
    {
        ["grave"] = '\u0300', ["acute"] = '\u0301', ["circumflex"] = '\u0302', ["tilde"] = '\u0303', ["macron"] = '\u0304', ["breve"] = '\u0306', ["dotaccent"] = '\u0307',
        ["dot"] = '\u0307', ["dieresis"] = '\u0308', ["ring"] = '\u030A', ["hungarumlaut"] = '\u030B', ["caron"] = '\u030C', ["cedilla"] = '\u0327', ["commaaccent"] = '\u0327', ["ogonek"] = '\u0328',
    };

    /// <summary>The characters of the codes of a named encoding.</summary>
    public static string?[] Encoding(string name) => name switch
    {
        "WinAnsiEncoding" => OfCodePage(1252),
        "MacRomanEncoding" => OfCodePage(10000),
        _ => Standard(),
    };

    /// <summary>The characters that a glyph of such a name is, or nothing.</summary>
    public static string? Text(string name)
    {
        int suffix = name.IndexOf('.', StringComparison.Ordinal);
        if (suffix > 0) name = name[..suffix];
        if (name.Contains('_', StringComparison.Ordinal) && name.Length < 64)
        {
            string?[] parts = [.. name.Split('_').Select(Text)];
            return parts.Contains(null) ? null : string.Concat(parts);
        }
        if (name.Length == 0) return null;
        if (name.Length == 1) return char.IsAsciiLetter(name[0]) ? name : null;
        if (Named.TryGetValue(name, out string? known)) return known;
        if (Number(name) is { } number) return number;
        if (!char.IsAsciiLetter(name[0]) || !Accents.TryGetValue(name[1..], out char accent)) return Cyrillic(name);
        return $"{name[0]}{accent}".Normalize(NormalizationForm.FormC);
    }

    /// <summary><c>uni20AC</c>, one or more; <c>u1F600</c>.</summary>
    private static string? Number(string name)
    {
        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && (name.Length - 3) % 4 == 0 && name.Length < 64)
        {
            var text = new StringBuilder();
            for (int at = 3; at < name.Length; at += 4)
            {
                if (!ushort.TryParse(name.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)) return null;
                text.Append((char)unit);
            }
            return text.ToString();
        }
        return name[0] == 'u' && name.Length is >= 5 and <= 7 && int.TryParse(name.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            && Rune.TryCreate(code, out Rune rune) ? rune.ToString() : null;
    }

    private static string? Cyrillic(string name)
    {
        if (!name.StartsWith("afii", StringComparison.Ordinal) || !int.TryParse(name.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return null;
        // Upper and lower case in the alphabet's order, Ё after Е, which Unicode puts elsewhere.
        return number switch
        {
            10023 => "Ё",
            10071 => "ё",
            >= 10017 and <= 10049 => ((char)('А' + number - 10017 - (number > 10023 ? 1 : 0))).ToString(),
            >= 10065 and <= 10097 => ((char)('а' + number - 10065 - (number > 10071 ? 1 : 0))).ToString(),
            _ => null,
        };
    }

    private static Dictionary<string, string> Read()
    {
        string[] words = Others.Split(' ');
        var named = new Dictionary<string, string>(StringComparer.Ordinal) { ["space"] = " " };
        // The space itself leaves an empty word.
        for (int at = 2; at + 1 < words.Length; at += 2)
            named[words[at]] = words[at + 1];
        return named;
    }

    private static string?[] OfCodePage(int codePage)
    {
        System.Text.Encoding encoding = codePage == 1252 ? TextForm.Windows1252 : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var characters = new string?[256];
        for (int code = 32; code < 256; code++)
            characters[code] = encoding.GetString([(byte)code]);
        return characters;
    }

    private static string?[] Standard()
    {
        var characters = new string?[256];
        for (int code = 32; code < 127; code++)
            characters[code] = code == 39 ? "’" : code == 96 ? "‘" : ((char)code).ToString();
        for (int at = 0; at < StandardHigh.Length; at++)
            characters[0xA1 + at] = StandardHigh[at] == '.' ? null : StandardHigh[at].ToString();
        return characters;
    }
}
