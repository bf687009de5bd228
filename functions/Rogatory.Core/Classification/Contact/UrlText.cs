using System.Buffers;

namespace Rogatory.Core.Classification.Contact;

/// <summary>Where a URL that begins with a host ends.</summary>
internal static class UrlText
{
    private const int Longest = 2048;

    private static readonly SearchValues<char> Enders = SearchValues.Create(" \t\r\n\f\v<>\"{}|\\^`\u00A0\u2028\u2029\u201C\u201D\u00AB\u00BB");

    /// <summary>The end of a host name, address or name in brackets at this place; 0 if none is there.</summary>
    public static int EndOfHost(ReadOnlySpan<char> text, int start, bool needsDot)
    {
        if (start < text.Length && text[start] == '[')
        {
            int close = text[start..Math.Min(text.Length, start + 48)].IndexOf(']');
            return close > 2 && System.Net.IPAddress.TryParse(text.Slice(start + 1, close - 1), out _) ? start + close + 1 : 0;
        }

        int end = start, dots = 0;
        while (end < text.Length && end - start <= 253 && (Characters.IsWord(text[end]) || text[end] is '-' or '_' or '.'))
        {
            if (text[end] == '.')
            {
                if (end + 1 >= text.Length || !Characters.IsWord(text[end + 1]))
                    break;
                dots++;
            }

            end++;
        }

        return end == start || !Characters.IsWord(text[start]) || (needsDot && dots == 0) ? 0 : end;
    }

    /// <summary>The end of the whole from the end of its host: without the punctuation of the sentence around it, and not into another URL.</summary>
    public static int End(ReadOnlySpan<char> text, int start, int host)
    {
        ReadOnlySpan<char> rest = text[host..Math.Min(text.Length, start + Longest)];
        if (rest.Length == 0 || rest[0] is not ('/' or '?' or '#' or ':'))
            return host;
        int length = rest.IndexOfAny(Enders);
        rest = length < 0 ? rest : rest[..length];
        length = rest.IndexOf("://", StringComparison.Ordinal);
        rest = length < 0 ? rest : rest[..length].TrimEnd("abcdefghijklmnopqrstuvwxyz");
        while (rest.Length > 0 && IsTail(rest))
            rest = rest[..^1];
        return host + rest.Length;
    }

    private static bool IsTail(ReadOnlySpan<char> text) => text[^1] switch
    {
        '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '’' or '…' => true,
        ')' => text.Count('(') < text.Count(')'),
        ']' => text.Count('[') < text.Count(']'),
        _ => false,
    };
}
