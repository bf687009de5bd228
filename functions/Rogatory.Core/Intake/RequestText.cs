using System.Buffers;
using System.Text;
using Rogatory.Core.Case;

namespace Rogatory.Core.Intake;

/// <summary>Which texts are safe to show to a reader, and which names are safe to give to a file.</summary>
internal static class RequestText
{
    /// <summary>Embeddings, overrides and isolates of the bidirectional algorithm (they make text read as what it is not), and line and paragraph separators.</summary>
    private static readonly SearchValues<char> Deceptive =
        SearchValues.Create("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029");

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("/\\:<>\"|?*");

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private static readonly SearchValues<char> MediaTypeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&^_.+-");

    /// <summary>True without control characters, lone surrogates, noncharacters and deceptive ones; prose may have line feeds and tabs.</summary>
    public static bool IsClean(string text, bool prose)
    {
        foreach (char character in text)
        {
            if (char.IsControl(character) && !(prose && (character is '\n' or '\t')))
                return false;
        }

        return !text.AsSpan().ContainsAny(Deceptive) && UnicodeText.IsWellFormed(text);
    }

    /// <summary>True for a name that is one plain file name on any system: no path, no device, no hidden file, nothing trimmed silently.</summary>
    public static bool IsFileName(string text) =>
        text.Length > 0
        && Encoding.UTF8.GetByteCount(text) <= RequestLimits.MostNameBytes
        && !text.AsSpan().ContainsAny(NotInNames)
        && !text.Contains("..", StringComparison.Ordinal)
        && text[0] != '.' && text[^1] != '.'
        && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1])
        && !IsDevice(text);

    /// <summary>True for <c>type/subtype</c> in the form of RFC 6838 section 4.2, without parameters.</summary>
    public static bool IsMediaType(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && IsRestrictedName(text.AsSpan(0, slash)) && IsRestrictedName(text.AsSpan(slash + 1));
    }

    /// <summary>True for a SHA-256 in lower-case hex.</summary>
    public static bool IsDigest(string text) => text.Length == 64 && !text.AsSpan().ContainsAnyExcept(LowerHex);

    private static bool IsRestrictedName(ReadOnlySpan<char> name) =>
        name.Length is >= 1 and <= 127 && char.IsAsciiLetterOrDigit(name[0]) && !name.ContainsAnyExcept(MediaTypeCharacters);

    /// <summary>The names that Windows keeps for devices, with any extension, superscript digits included.</summary>
    private static bool IsDevice(string text)
    {
        string stem = text.Split('.')[0].TrimEnd().ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$"
            || (stem.Length == 4 && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal))
                && stem[3] is (>= '0' and <= '9') or '\u00b9' or '\u00b2' or '\u00b3');
    }
}
