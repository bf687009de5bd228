using System.Text;
using System.Text.Unicode;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading.Mail;

/// <summary>Header fields' text: raw UTF-8 (RFC 6532) or Windows-1252, with the encoded words in it decoded (RFC 2047).</summary>
internal static class EncodedWords
{
    public static string Text(ReadOnlySpan<byte> field) => Utf8.IsValid(field) ? Encoding.UTF8.GetString(field) : TextForm.Windows1252.GetString(field);

    /// <summary>Decodes the words; one that can't be is left as it is. Says whether a charset was not known.</summary>
    public static string Decode(string text, out bool isStrange)
    {
        isStrange = false;
        if (!text.Contains("=?", StringComparison.Ordinal)) return text;
        var decoded = new StringBuilder();
        var bytes = new List<byte>();
        string? charset = null;
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int start = rest.IndexOf("=?", StringComparison.Ordinal);
            ReadOnlySpan<char> plain = start < 0 ? rest : rest[..start];
            if (start < 0 || !TryTake(rest[start..], out int length, out string named, out byte[] word))
            {
                Flush();
                int taken = start < 0 ? rest.Length : start + 2;
                decoded.Append(rest[..taken]);
                rest = rest[taken..];
                continue;
            }
            // White space between two encoded words is no part of the text; a character may be split between them.
            bool joins = charset is not null && plain.IsWhiteSpace();
            if (!joins || !named.Equals(charset, StringComparison.OrdinalIgnoreCase)) Flush();
            if (!joins) decoded.Append(plain);
            charset = named;
            bytes.AddRange(word);
            isStrange |= TextForm.Named(named) is null;
            rest = rest[(start + length)..];
        }
        Flush();
        return decoded.ToString();

        void Flush()
        {
            if (bytes.Count > 0) decoded.Append((TextForm.Named(charset!) ?? TextForm.Windows1252).GetString([.. bytes]));
            bytes.Clear();
            charset = null;
        }
    }

    private static bool TryTake(ReadOnlySpan<char> text, out int length, out string charset, out byte[] word)
    {
        (length, charset, word) = (0, "", []);
        int first = text[2..].IndexOf('?') + 2;
        if (first < 3 || first + 2 >= text.Length || text[first + 2] != '?') return false;
        int content = first + 3;
        int end = text[content..].IndexOf("?=", StringComparison.Ordinal);
        if (end < 0) return false;
        ReadOnlySpan<char> encoded = text.Slice(content, end);
        // RFC 2231, 5: a language may follow the charset.
        charset = text[2..first].ToString().Split('*')[0];
        length = content + end + 2;
        switch (char.ToUpperInvariant(text[first + 1]))
        {
            case 'B':
                word = Bytes(encoded.ToString(), "base64");
                return true;
            case 'Q':
                word = Bytes(encoded.ToString().Replace('_', ' '), "quoted-printable");
                return true;
            default:
                return false;
        }
    }

    private static byte[] Bytes(string encoded, string encoding)
    {
        using var source = new MemoryStream(Encoding.Latin1.GetBytes(encoded));
        using var body = new MailBody(new MailLines(source), encoding);
        using var bytes = new MemoryStream();
        body.CopyTo(bytes);
        return bytes.ToArray();
    }
}
