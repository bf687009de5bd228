using System.Text;
using Rogatory.Core.Classification.Reading.Mail;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>A part of a message (RFC 2045): its header, and its body out of its transfer encoding, or the parts in it.</summary>
internal sealed class MailPart
{
    private const int MostParts = 1000;
    private const int MostLevels = 16;

    private readonly List<(string Name, string Value)> _header = [];

    private MailPart()
    {
    }

    /// <summary>The fields in order, their encoded words decoded.</summary>
    public IReadOnlyList<(string Name, string Value)> Header => _header;

    public MailField Type { get; private set; } = MailField.Parse(null);

    /// <summary>Whether it is meant to be a file of its own.</summary>
    public bool IsFile { get; private set; }

    public byte[] Body { get; private set; } = [];

    public List<MailPart> Parts { get; } = [];

    /// <exception cref="RefusedException">It is a mailbox, or has too many parts in one another.</exception>
    public static MailPart Read(ReadOnlyMemory<byte> message)
    {
        if (message.Span.StartsWith("From "u8)) throw ExtractRefusals.NotPossible("The item is a mailbox of many messages.", "Add the message that is needed as an item of its own.");
        int left = MostParts;
        return Read(new MailLines(ExtractBytes.AsStream(message)), 0, ref left);
    }

    /// <summary>The body as text.</summary>
    public string Text()
    {
        TextForm? form = TextForm.Find(Body.AsSpan(0, Math.Min(Body.Length, 1 << 16)), Body.Length <= 1 << 16);
        Encoding encoding = form is { Preamble: > 0 } ? form.Encoding : (Type["charset"] is { } charset ? TextForm.Named(charset) : null) ?? form?.Encoding ?? TextForm.Windows1252;
        return encoding.GetString(Body.AsSpan(form?.Preamble ?? 0)).ReplaceLineEndings("\n");
    }

    private static MailPart Read(MailLines lines, int level, ref int left)
    {
        if (level > MostLevels || --left < 0) throw ExtractRefusals.NotPossible("The message has too many parts in one another.", "Add the part that is needed as an item of its own.");
        var part = new MailPart();
        part.ReadHeader(lines);
        part.Type = MailField.Parse(part.Value("Content-Type"));
        MailField disposition = MailField.Parse(part.Value("Content-Disposition"));
        part.IsFile = disposition.Value == "attachment" || disposition["filename"] is not null || part.Type["name"] is not null;
        if (part.Type.Value.StartsWith("multipart/", StringComparison.Ordinal) && part.Type["boundary"] is { Length: > 0 and <= 256 } boundary)
        {
            part.ReadParts(lines, boundary, level, ref left);
            return part;
        }
        using var body = new MailBody(lines, part.Value("Content-Transfer-Encoding")?.Trim());
        using var bytes = new MemoryStream();
        body.CopyTo(bytes);
        part.Body = bytes.ToArray();
        return part;
    }

    private string? Value(string name) => _header.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private void ReadParts(MailLines lines, string boundary, int level, ref int left)
    {
        lines.Enter(boundary);
        int own = lines.Level - 1;
        // What stands before, between and after the parts is not shown.
        Drain(lines);
        while (lines.Met == own && !lines.IsLast)
        {
            lines.Pass();
            Parts.Add(Read(lines, level + 1, ref left));
            Drain(lines);
        }
        lines.Leave();
        if (lines.Met != own) return;
        lines.Pass();
        Drain(lines);
    }

    private static void Drain(MailLines lines)
    {
        while (lines.TryNext(out _))
        {
        }
    }

    private void ReadHeader(MailLines lines)
    {
        var field = new StringBuilder();
        while (lines.TryNext(out ReadOnlySpan<byte> line))
        {
            bool isMore = line[0] is (byte)' ' or (byte)'\t';
            ReadOnlySpan<byte> text = line.TrimEnd("\r\n"u8);
            if (!isMore) EndField(field);
            if (text.IsEmpty) break;
            field.Append(EncodedWords.Text(text));
        }
        EndField(field);
    }

    private void EndField(StringBuilder field)
    {
        string text = field.ToString();
        field.Clear();
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0) _header.Add((text[..colon].Trim(), EncodedWords.Decode(text[(colon + 1)..].Trim(), out _)));
    }
}
