using System.Net;
using System.Net.Sockets;

namespace Rogatory.Core.Classification.Contact;

/// <summary>An IPv6 address in any of the forms of RFC 4291 section 2.2.</summary>
internal sealed class IpV6Address : MarkRule
{
    private const int Longest = 45;

    public override string Id => "ipv6";

    public override string Category => "ip-address";

    public override string Citation => "RFC 4291 section 2.2; RFC 5952";

    public override string Marks => ":";

    public override IReadOnlyList<string> Context => ["ip", "ipv6", "ip address", "ip-adresse", "adresse ip", "dirección ip", "indirizzo ip", "host", "server", "gateway", "login*", "remote", "prefix"];

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        int start = at;
        while (start > 0 && at - start < 5 && char.IsAsciiHexDigit(text[start - 1]))
            start--;
        if (at - start > 4 || (start > 0 && (Characters.IsWord(text[start - 1]) || text[start - 1] is ':' or '.' or '-' or '_')))
            return;
        int end = at + 1, colons = 1;
        bool shortened = false;
        while (end < text.Length && end - start <= Longest && (char.IsAsciiHexDigit(text[end]) || text[end] is ':' or '.'))
        {
            shortened |= text[end] == ':' && text[end - 1] == ':';
            colons += text[end] == ':' ? 1 : 0;
            end++;
        }

        if (end - start > Longest || (!shortened && colons < 6))
            return;
        while (end > at + 1 && (text[end - 1] == '.' || (text[end - 1] == ':' && text[end - 2] != ':')))
            end--;
        ReadOnlySpan<char> found = text[start..end];
        if (found.Length < 3 || (end < text.Length && (Characters.IsWord(text[end]) || text[end] == '_'))
            || !IPAddress.TryParse(found, out IPAddress? address) || address.AddressFamily != AddressFamily.InterNetworkV6)
            return;
        bool telling = found.ContainsAnyInRange('0', '9') && found.Length > 5;
        window.Report(this, start, end, telling ? 0.97 : 0.6, 0.98, "eight groups of sixteen bits, or fewer and ::");
    }
}
