namespace Rogatory.Core.Classification.Contact;

/// <summary>An IPv4 address in dotted decimals, which a version or a section's number can look like.</summary>
internal sealed class IpV4Address : MarkRule
{
    public override string Id => "ipv4";

    public override string Category => "ip-address";

    public override string Citation => "RFC 791; RFC 6943 section 3.1.1";

    public override string Marks => ".";

    public override IReadOnlyList<string> Context =>
        ["ip", "ipv4", "ip address", "ip-adresse", "adresse ip", "dirección ip", "indirizzo ip", "endereço ip", "ip-adres", "adres ip", "host", "server", "client", "gateway", "login*", "remote", "src", "dst", "source", "ping", "from ip", "connect*"];

    public override IReadOnlyList<string> Counter => ["version", "ver", "release", "build", "section", "chapter", "oid", "paragraph", "article", "abschnitt", "netmask", "subnet mask", "firmware"];

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        if (at == 0 || at + 1 >= text.Length || !char.IsAsciiDigit(text[at - 1]) || !char.IsAsciiDigit(text[at + 1]))
            return;
        int start = at;
        while (start > 0 && at - start < 3 && char.IsAsciiDigit(text[start - 1]))
            start--;
        if (start > 0 && (Characters.IsWord(text[start - 1]) || text[start - 1] is '.' or '-' or '_' or ','))
            return;
        int end = start;
        bool small = true;
        for (int part = 0; part < 4; part++)
        {
            if (part > 0 && (end >= text.Length || text[end++] != '.'))
                return;
            int value = 0, from = end;
            while (end < text.Length && end - from < 3 && char.IsAsciiDigit(text[end]))
                value = (value * 10) + text[end++] - '0';
            if (end == from || value > 255 || (end - from > 1 && text[from] == '0'))
                return;
            small &= value < 20;
        }

        if (end < text.Length && (Characters.IsWord(text[end]) || text[end] is '_' or '-' || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            return;
        window.Report(this, start, end, small ? 0.45 : 0.92, 0.98, "four numbers up to 255");
    }
}
