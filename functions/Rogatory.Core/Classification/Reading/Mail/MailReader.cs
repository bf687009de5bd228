using System.Globalization;
using System.Text;

namespace Rogatory.Core.Classification.Reading.Mail;

/// <summary>
/// A message (RFC 5322) or a mailbox of them: each header field under its name, bodies out of their transfer encoding and charset,
/// attachments by their content, and messages in the message. What stands between the parts is read too.
/// </summary>
internal sealed class MailReader
{
    private const int MostHeader = 1 << 20;

    private readonly ReadingSession _session;
    private readonly MailLines _lines;
    private int _parts;

    private MailReader(ReadingSession session, MailLines lines)
    {
        _session = session;
        _lines = lines;
    }

    public static void Read(ReadingSession session, PartContent part, SampledStream stream)
    {
        bool isMailbox = stream.Sample.Span.StartsWith("From "u8);
        var lines = new MailLines(stream) { IsMailbox = isMailbox };
        if (!isMailbox)
        {
            new MailReader(session, lines).ReadEntity(part, part.Depth);
            return;
        }
        for (int number = 0; ; number++)
        {
            // The line that begins a message names its sender.
            string name = part.Inside(string.Create(CultureInfo.InvariantCulture, $"message {number}"));
            if (number > 0) new MailReader(session, lines).ReadEntity(part with { Name = name }, part.Depth);
            while (lines.TryNext(out _))
            {
            }
            if (lines.Met is null) return;
            lines.Pass();
            session.Enter(name);
        }
    }

    private void ReadEntity(PartContent part, int depth)
    {
        Dictionary<string, string> header = ReadHeader(part);
        MailField type = MailField.Parse(header.GetValueOrDefault("Content-Type"));
        MailField disposition = MailField.Parse(header.GetValueOrDefault("Content-Disposition"));
        string? encoding = header.GetValueOrDefault("Content-Transfer-Encoding")?.Trim();
        if (type.Value.StartsWith("multipart/", StringComparison.Ordinal) && type["boundary"] is { Length: > 0 and <= 256 } boundary)
        {
            ReadMultipart(part, depth, boundary);
            return;
        }
        string? file = disposition["filename"] ?? type["name"];
        string name = part.Inside(file is null ? Name(type.Value) : PartName.Of(file));
        using var body = new MailBody(_lines, encoding);
        if (type.Value is "application/pkcs7-mime" or "application/x-pkcs7-mime" && type["smime-type"] is null or "enveloped-data" or "authEnveloped-data")
            _session.Unread(name, UnreadReason.Encrypted);
        else
        {
            if (encoding?.ToUpperInvariant() is "X-UUENCODE" or "UUENCODE" or "X-UUE") _session.Unread(name, UnreadReason.Compression);
            ItemReader.Read(_session, new PartContent(name, depth + 1, () => body, CanReopen: false)
            {
                Charset = type["charset"],
                Declared = Declared(type.Value, file),
            });
        }
        body.Drain();
    }

    private void ReadMultipart(PartContent part, int depth, string boundary)
    {
        if (depth >= _session.Limits.Depth)
        {
            _session.Breach(part.Self("mail"), BreachKind.Depth);
            _session.Unread(part.Self("mail"), UnreadReason.Limit);
            ReadBetween(part, "part too deep");
            return;
        }
        _lines.Enter(boundary);
        int level = _lines.Level - 1;
        ReadBetween(part, "before the parts");
        while (_lines.Met == level && !_lines.IsLast)
        {
            _lines.Pass();
            _session.Enter(part.Self("mail"));
            ReadEntity(part, depth + 1);
        }
        _lines.Leave();
        if (_lines.Met != level)
        {
            // The end came before the last boundary: something is missing.
            _session.Unread(part.Self("mail"), UnreadReason.Damaged);
            return;
        }
        _lines.Pass();
        ReadBetween(part, "after the parts");
    }

    /// <summary>Reads what mail programs do not show, as it stands.</summary>
    private void ReadBetween(PartContent part, string name)
    {
        var flow = new TextFlow(_session, part.Inside(name));
        while (_lines.TryNext(out ReadOnlySpan<byte> line))
            flow.Write(EncodedWords.Text(line));
    }

    private Dictionary<string, string> ReadHeader(PartContent part)
    {
        var header = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var field = new StringBuilder();
        int size = 0;
        bool isCut = false;
        while (_lines.TryNext(out ReadOnlySpan<byte> line))
        {
            bool isMore = line[0] is (byte)' ' or (byte)'\t';
            ReadOnlySpan<byte> text = line.TrimEnd("\r\n"u8);
            if (!isMore) WriteField(part, header, field);
            if (text.IsEmpty) break;
            size += text.Length;
            if (size > MostHeader) isCut = true;
            else field.Append(EncodedWords.Text(text));
        }
        WriteField(part, header, field);
        if (!isCut) return header;
        _session.Breach(part.Inside("header"), BreachKind.PartSize);
        _session.Unread(part.Inside("header"), UnreadReason.Limit);
        return header;
    }

    private void WriteField(PartContent part, Dictionary<string, string> header, StringBuilder field)
    {
        if (field.Length == 0) return;
        string text = field.ToString();
        field.Clear();
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string? name = colon > 0 ? text[..colon].Trim() : null;
        string value = EncodedWords.Decode(text[(colon + 1)..].Trim(), out bool isStrange);
        if (isStrange) _session.Unread(part.Inside("header"), UnreadReason.Charset);
        if (name is not null) header.TryAdd(name, text[(colon + 1)..].Trim());
        _session.WriteAt(new Locator(part.Inside("header")), Reading.Text.HeaderRow.Label(name), value);
        // A file's name may be spelled in pieces and percent signs, in which nothing can be found.
        if (name is not null && name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && text.Contains('*', StringComparison.Ordinal)
            && (MailField.Parse(value)["filename"] ?? MailField.Parse(value)["name"]) is { } file)
            _session.WriteAt(new Locator(part.Inside("header")), "filename", file);
    }

    private string Name(string type)
    {
        string name = type switch { "" or "text/plain" => "text", "text/html" => "HTML text", _ => "part" };
        return ++_parts == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {_parts}");
    }

    private static ContentKind? Declared(string type, string? file) => type switch
    {
        "" or "text/plain" when file is null => ContentKind.Text,
        "text/html" => ContentKind.Html,
        "message/rfc822" or "message/global" or "text/rfc822-headers" => ContentKind.Mail,
        _ => null,
    };
}
