using System.Buffers;

namespace Rogatory.Core.Classification.Contact;

/// <summary>A URL with its scheme and a host.</summary>
internal sealed class Url : MarkRule
{
    private const int LongestUserInfo = 128;

    private static readonly SearchValues<char> AfterUserInfos = SearchValues.Create("/?#@ \t\r\n<>\"");

    private static readonly string[] Schemes =
    [
        "http", "https", "ftp", "ftps", "sftp", "ssh", "ws", "wss", "ldap", "ldaps", "smb", "rtsp", "rtmp", "git", "svn", "nfs", "imap", "imaps", "pop", "smtp", "irc", "ircs",
        "telnet", "s3", "gs", "hdfs", "rsync", "vnc", "rdp", "sip", "sips", "xmpp", "tor", "ipfs", "amqp", "amqps", "mqtt", "redis", "mongodb", "postgres", "postgresql", "mysql",
        "hxxp", "hxxps", "file",
    ];

    public override string Id => "url";

    public override string Category => "url";

    public override string Citation => "RFC 3986";

    public override string Marks => ":";

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        if (at + 3 >= text.Length || text[at + 1] != '/' || text[at + 2] != '/')
            return;
        int start = StartOfScheme(text, at);
        if (start < 0)
            return;
        int host = AfterUserInfo(text, at + 3);
        int end = UrlText.EndOfHost(text, host, needsDot: false);
        if (end > 0 && !text[end..].StartsWith("://", StringComparison.Ordinal))
            window.Report(this, start, UrlText.End(text, start, end), text[host..end].Contains('.') || text[host] == '[' ? 0.98 : 0.85, "scheme and host");
    }

    private static int StartOfScheme(ReadOnlySpan<char> text, int at)
    {
        int start = at;
        while (start > 0 && at - start <= 12 && char.IsAsciiLetterOrDigit(text[start - 1]))
            start--;
        foreach (string scheme in Schemes)
        {
            if (text[start..at].Equals(scheme, StringComparison.OrdinalIgnoreCase))
                return start;
        }

        return -1;
    }

    private static int AfterUserInfo(ReadOnlySpan<char> text, int start)
    {
        ReadOnlySpan<char> rest = text[start..Math.Min(text.Length, start + LongestUserInfo)];
        int stop = rest.IndexOfAny(AfterUserInfos);
        return stop > 0 && rest[stop] == '@' ? start + stop + 1 : start;
    }
}
