using System.Buffers;

namespace Rogatory.Core.Classification.Contact;

/// <summary>An e-mail address as people write them: a dot-atom (RFC 5322 section 3.2.3, RFC 6532) at a domain with a top level that could be one.</summary>
internal sealed class EmailAddress : MarkRule
{
    /// <summary>RFC 5321 section 4.5.3.1.</summary>
    private const int LongestLocal = 64, LongestDomain = 253, LongestLabel = 63;

    private static readonly SearchValues<char> Atext = SearchValues.Create(
        "!#$%&'*+-/=?^_`{|}~.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>File endings that follow an <c>@2x</c> and the like.</summary>
    private static readonly string[] NoDomains = ["png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "ts", "html", "json", "xml"];

    public override string Id => "email";

    public override string Category => "email";

    public override string Citation => "RFC 5321 section 4.1.2; RFC 6531";

    public override string Marks => "@";

    public override IReadOnlyList<string> Context => ["e-mail*", "email*", "mail*", "courriel", "correo", "adresse électronique", "posta elettronica", "pec"];

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        int end = EndOfDomain(text, at + 1);
        int start = end == 0 ? at : StartOfLocal(text, at);
        if (start < at)
            window.Report(this, start, end, 0.97, 0.99, "a local part and a domain name");
    }

    private static int StartOfLocal(ReadOnlySpan<char> text, int at)
    {
        if (at > 1 && text[at - 1] == '"')
            return StartOfQuoted(text, at);
        int start = at;
        while (start > 0 && IsLocal(text[start - 1]))
        {
            if (at - start == LongestLocal)
                return at;
            start--;
        }

        // What opens a quotation, a list or a wiki's markup is no part of the address, though the grammar lets it be.
        while (start < at && text[start] is '.' or '\'' or '/' or '*' or '=' or '`' or '{' or '|' or '?' or '&' or '#' or '!' or '~')
            start++;
        int from = text[start..at].LastIndexOfAny("=|/");
        start += from + 1;
        return text[start..at].Contains("..", StringComparison.Ordinal) || (start < at && text[at - 1] == '.') ? at : start;
    }

    private static int StartOfQuoted(ReadOnlySpan<char> text, int at)
    {
        int open = text[Math.Max(0, at - LongestLocal)..(at - 1)].LastIndexOf('"');
        if (open < 0)
            return at;
        open += Math.Max(0, at - LongestLocal);
        return open < at - 2 && !text[open..at].ContainsAny('\r', '\n') ? open : at;
    }

    private static bool IsLocal(char unit) => unit < 0x80 ? Atext.Contains(unit) : char.IsLetterOrDigit(unit);

    /// <summary>0 if no domain stands here.</summary>
    private static int EndOfDomain(ReadOnlySpan<char> text, int start)
    {
        if (start < text.Length && text[start] == '[')
            return EndOfLiteral(text, start);
        int end = start, label = start, labels = 0, good = 0;
        while (end <= text.Length && end - start <= LongestDomain)
        {
            char unit = end < text.Length ? text[end] : '\0';
            if (char.IsAsciiLetterOrDigit(unit) || unit == '-' || (unit >= 0x80 && char.IsLetterOrDigit(unit)))
            {
                end++;
                continue;
            }

            // What goes before another @ is not a domain: in a chain of them none is an address.
            if (unit == '@')
                return 0;
            if (!IsLabel(text[label..end]))
                break;
            labels++;
            if (labels > 1 && IsTopLevel(text[label..end]))
                good = end;
            if (unit != '.')
                break;
            label = ++end;
        }

        return good;
    }

    private static int EndOfLiteral(ReadOnlySpan<char> text, int start)
    {
        int length = text[start..Math.Min(text.Length, start + 48)].IndexOf(']');
        if (length < 8)
            return 0;
        ReadOnlySpan<char> inside = text.Slice(start + 1, length - 1);
        if (inside.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase))
            inside = inside[5..];
        return System.Net.IPAddress.TryParse(inside, out _) ? start + length + 1 : 0;
    }

    private static bool IsLabel(ReadOnlySpan<char> label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-';

    private static bool IsTopLevel(ReadOnlySpan<char> label)
    {
        if (label.Length < 2 || label.ContainsAnyInRange('0', '9'))
            return label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase);
        foreach (string ending in NoDomains)
        {
            if (label.Equals(ending, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return !label.Contains('-') || label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase);
    }
}
