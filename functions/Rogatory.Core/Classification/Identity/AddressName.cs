using System.Buffers;

namespace Rogatory.Core.Classification.Identity;

/// <summary>The name before an address in angle brackets (RFC 5322 section 3.4): of who wrote a message, or to whom.</summary>
internal sealed class AddressName : MarkRule
{
    private const int MostWords = 5, MostName = 80, MostAddress = 254, LeastShared = 3;

    private static readonly SearchValues<char> EndOfAddress = SearchValues.Create("<> \t\r\n"), BeforeName = SearchValues.Create("<>\"\r\n:;([");

    private static readonly string[] NoPeople =
    [
        "support", "service", "services", "info", "office", "sales", "newsletter", "news", "notifications", "notification", "alerts", "billing", "accounts", "helpdesk", "desk", "admin",
        "list", "mailing", "noreply", "no-reply", "postmaster", "webmaster", "mailer-daemon", "registry", "court", "police", "authority", "agency", "kanzlei", "sekretariat", "poststelle", "secrétariat",
        "greffe", "secretaría", "segreteria", "secretaria", "griffie",
    ];

    public override string Id => "address-name";

    public override string Category => "person-name";

    public override string Citation => "LED art. 3(1)";

    public override string Marks => "<";

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        ReadOnlySpan<char> address = text[(at + 1)..Math.Min(text.Length, at + 1 + MostAddress)];
        int close = address.IndexOfAny(EndOfAddress);
        if (close < 0 || address[close] != '>')
            return;
        int local = address[..close].IndexOf('@');
        if (local < 1)
            return;
        int end = at;
        while (end > 0 && at - end < 3 && text[end - 1] is ' ' or '\t' or '"')
            end--;
        int start = StartOfName(text, end);
        if (start == end)
            return;
        bool isShared = Shares(text[start..end], address[..local]);
        if (isShared || text[start..end].Contains(' '))
            window.Report(this, start, end, isShared ? 0.93 : 0.75, "words with capitals", "an address after it");
    }

    /// <summary>Where the words begin that can be a name and end here; the end, if none can.</summary>
    private static int StartOfName(ReadOnlySpan<char> text, int end)
    {
        int least = Math.Max(0, end - MostName);
        int start = text[least..end].LastIndexOfAny(BeforeName) + 1 + least;
        // A comma parts a surname from a first name in quotes only.
        if (start == 0 || text[start - 1] != '"')
            start = Math.Max(start, text[least..end].LastIndexOf(',') + 1 + least);
        while (start < end)
        {
            if (!char.IsWhiteSpace(text[start]) && NameText.Length(text[start..end], MostWords, commas: true) == end - start && !IsRole(text[start..end]))
                return start;
            int space = text[start..end].IndexOf(' ');
            start = space < 0 ? end : start + space + 1;
        }

        return end;
    }

    private static bool IsRole(ReadOnlySpan<char> name)
    {
        foreach (Range word in name.Split(' '))
        {
            foreach (string one in NoPeople)
            {
                if (name[word].TrimEnd(',').Equals(one, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of the name stands in what is before the address's sign.</summary>
    private static bool Shares(ReadOnlySpan<char> name, ReadOnlySpan<char> local)
    {
        foreach (Range word in name.SplitAny(" ,-"))
        {
            if (name[word].Length >= LeastShared && local.Contains(name[word], StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
