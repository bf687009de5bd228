using System.Globalization;
using System.Text;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Writes a new message (RFC 5322, RFC 2045) of a header, a text, and attachments.</summary>
internal static class MailWriter
{
    /// <summary>It can't stand in quoted-printable or base64.</summary>
    private const string Boundary = "=_extract";

    private const int LongestLine = 76;

    // Bytes in one encoded word (RFC 2047, 2), none of which parts a character.
    private const int LongestWord = 45;

    public static byte[] Write(IEnumerable<(string Name, string Value)> header, string text, IReadOnlyList<MailAttachment> attachments)
    {
        var message = new StringBuilder();
        foreach ((string name, string value) in header)
            message.Append(CultureInfo.InvariantCulture, $"{name}: {Encoded(value)}\r\n");
        message.Append("MIME-Version: 1.0\r\n");
        if (attachments.Count > 0) message.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"{Boundary}\"\r\n\r\n--{Boundary}\r\n");
        message.Append("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
        Quote(message, text);
        foreach (MailAttachment attachment in attachments)
        {
            message.Append(CultureInfo.InvariantCulture, $"\r\n--{Boundary}\r\nContent-Type: {attachment.MediaType}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"{attachment.Name}\"\r\n\r\n");
            message.Append(Convert.ToBase64String(attachment.Bytes.Span, Base64FormattingOptions.InsertLineBreaks));
        }
        if (attachments.Count > 0) message.Append(CultureInfo.InvariantCulture, $"\r\n--{Boundary}--\r\n");
        return Encoding.ASCII.GetBytes(message.ToString());
    }

    /// <summary>A field's value, folded at spaces, with words that are not ASCII as encoded words.</summary>
    private static string Encoded(string value)
    {
        var made = new StringBuilder();
        int column = 0;
        string[] words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int at = 0; at < words.Length;)
        {
            int start = at++;
            IEnumerable<string> pieces = [words[start]];
            if (!Ascii.IsValid(words[start]) || words[start].StartsWith("=?", StringComparison.Ordinal))
            {
                // White space between two encoded words is no part of the text, so it stands within one.
                while (at < words.Length && !Ascii.IsValid(words[at])) at++;
                pieces = EncodedWords(string.Join(' ', words[start..at]).Replace("\"", "", StringComparison.Ordinal));
            }
            foreach (string piece in pieces)
            {
                if (made.Length > 0) made.Append(column + piece.Length > LongestLine ? "\r\n " : " ");
                column = made.Length > 0 && column + piece.Length > LongestLine ? piece.Length : column + piece.Length + 1;
                made.Append(piece);
            }
        }
        return made.ToString();
    }

    private static IEnumerable<string> EncodedWords(string text)
    {
        var bytes = new List<byte>();
        foreach (Rune rune in text.EnumerateRunes())
        {
            byte[] character = Encoding.UTF8.GetBytes(rune.ToString());
            if (bytes.Count + character.Length > LongestWord)
            {
                yield return $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
                bytes.Clear();
            }
            bytes.AddRange(character);
        }
        yield return $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
    }

    /// <summary>Quoted-printable (RFC 2045, 6.7).</summary>
    private static void Quote(StringBuilder message, string text)
    {
        int column = 0;
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == '\n')
            {
                message.Append("\r\n");
                column = 0;
                continue;
            }
            bool isLast = at + 1 == bytes.Length || bytes[at + 1] == '\n';
            bool isPlain = bytes[at] is >= 33 and <= 126 and not (byte)'=' || (bytes[at] is (byte)' ' or (byte)'\t' && !isLast);
            // A dash first may be taken for a boundary.
            isPlain &= !(column == 0 && bytes[at] == '-');
            if (column + (isPlain ? 1 : 3) >= LongestLine)
            {
                message.Append("=\r\n");
                column = 0;
            }
            if (isPlain) message.Append((char)bytes[at]);
            else message.Append(CultureInfo.InvariantCulture, $"={bytes[at]:X2}");
            column += isPlain ? 1 : 3;
        }
        message.Append("\r\n");
    }
}
