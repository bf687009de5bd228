using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading;

/// <summary>The first bytes of a part, and what they say it is.</summary>
internal sealed partial record ContentSample(ContentKind Kind, TextForm? Form, TableShape? Table)
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Size = 64 * 1024;

    /// <summary>Elements that a page or a piece of one begins with, and no other XML does.</summary>
    private static readonly HashSet<string> HtmlNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "head", "body", "meta", "p", "div", "table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "br", "center", "script", "style", "img",
    };

    private static readonly (byte[] Mark, int Offset, ContentKind Kind)[] Marks =
    [
        ([.. "PK\x03\x04"u8], 0, ContentKind.Zip),
        ([.. "PK\x05\x06"u8], 0, ContentKind.Zip),
        ([.. "PK\x07\x08"u8], 0, ContentKind.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, ContentKind.Compound),
        ([0x89, .. "PNG\r\n"u8], 0, ContentKind.Image),
        ([0xFF, 0xD8, 0xFF], 0, ContentKind.Image),
        ([.. "GIF8"u8], 0, ContentKind.Image),
        ([.. "II*\0"u8], 0, ContentKind.Image),
        ([.. "MM\0*"u8], 0, ContentKind.Image),
        ([.. "8BPS"u8], 0, ContentKind.Image),
        ([.. "AT&TFORM"u8], 0, ContentKind.Image),
        ([0, 0, 0, 0x0C, .. "jP  "u8], 0, ContentKind.Image),
        ([0xFF, 0x4F, 0xFF, 0x51], 0, ContentKind.Image),
        ([0xD7, 0xCD, 0xC6, 0x9A], 0, ContentKind.Image),
        ([.. " EMF"u8], 40, ContentKind.Image),
        ([.. "WEBP"u8], 8, ContentKind.Image),
        ([.. "ftyphe"u8], 4, ContentKind.Image),
        ([.. "ftypmif1"u8], 4, ContentKind.Image),
        ([.. "ftypavif"u8], 4, ContentKind.Image),
        ([.. "ftyp"u8], 4, ContentKind.Media),
        ([.. "AVI "u8], 8, ContentKind.Media),
        ([.. "WAVE"u8], 8, ContentKind.Media),
        ([.. "ID3"u8], 0, ContentKind.Media),
        ([.. "OggS"u8], 0, ContentKind.Media),
        ([.. "fLaC"u8], 0, ContentKind.Media),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, ContentKind.Media),
        ([.. "Salted__"u8], 0, ContentKind.Encrypted),
        ([.. "age-encryption.org/v1"u8], 0, ContentKind.Encrypted),
        ([.. "-----BEGIN PGP MESSAGE-----"u8], 0, ContentKind.Encrypted),
        ([.. "-----BEGIN AGE ENCRYPTED FILE-----"u8], 0, ContentKind.Encrypted),
    ];

    /// <summary>The first bytes of a stream, fewer only if it ends.</summary>
    public static byte[] Take(Stream stream, int most)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            return rented[..stream.ReadAtLeast(rented.AsSpan(0, most), most, throwOnEndOfStream: false)];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    public static ContentSample Of(ReadOnlySpan<byte> sample, bool isWhole, string? charset)
    {
        if (sample.IsEmpty) return new(ContentKind.Empty, null, null);
        foreach ((byte[] mark, int offset, ContentKind kind) in Marks)
        {
            if (sample.Length >= offset && sample[offset..].StartsWith(mark)) return new(kind, null, null);
        }
        // ISO 32000-1, annex H: the header may stand anywhere in the first 1024 bytes.
        if (sample[..Math.Min(sample.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return new(ContentKind.Pdf, null, null);
        if (IsBitmap(sample)) return new(ContentKind.Image, null, null);
        TextForm? form = TextForm.Find(sample, isWhole);
        if (charset is not null && form is not { Preamble: > 0 } && TextForm.Named(charset) is { } named)
            form = new TextForm(named, 0, true);
        if (form is null) return new(ContentKind.Binary, null, null);
        string text = Decode(sample, form);
        if (Declared(text) is { } declared && form.Preamble == 0 && charset is null && IsOfBytes(form.Encoding))
        {
            form = TextForm.Named(declared) is { } said && IsOfBytes(said) ? new TextForm(said, 0, true) : form with { IsSure = false };
            text = Decode(sample, form);
        }
        return OfText(text.TrimStart('\uFEFF'), form, isWhole);
    }

    private static ContentSample OfText(string text, TextForm form, bool isWhole)
    {
        if (text.StartsWith("{\\rtf", StringComparison.Ordinal)) return new ContentSample(ContentKind.RichText, form, null);
        if (OfMarkup(text) is { } markup) return new(markup, form, null);
        if (JsonReader.IsJson(text)) return new(ContentKind.Json, form, null);
        if (IsMail(text)) return new(ContentKind.Mail, form, null);
        return TableShape.Find(text, isWhole) is { } table ? new(ContentKind.Table, form, table) : new(ContentKind.Text, form, null);
    }

    private static string Decode(ReadOnlySpan<byte> sample, TextForm form) => form.Encoding.GetString(sample[form.Preamble..]);

    private static bool IsOfBytes(Encoding encoding) => encoding is not (UnicodeEncoding or UTF32Encoding);

    private static bool IsBitmap(ReadOnlySpan<byte> sample) =>
        sample.Length > 26 && sample.StartsWith("BM"u8) && sample[6..10].IndexOfAnyExcept((byte)0) < 0 && sample[14] is 12 or 40 or 108 or 124;

    /// <summary>XML or HTML, by what stands before the first element, its name, and whether what follows looks like markup.</summary>
    private static ContentKind? OfMarkup(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart();
        bool isDeclared = rest.StartsWith("<?xml", StringComparison.Ordinal), hasProlog = isDeclared;
        while (Prolog(rest) is { } end)
        {
            ReadOnlySpan<char> passed = rest[2..];
            if (passed.StartsWith("doctype", StringComparison.OrdinalIgnoreCase))
            {
                if (passed[7..].TrimStart().StartsWith("html", StringComparison.OrdinalIgnoreCase)) return ContentKind.Html;
                hasProlog = true;
            }
            rest = rest[end..].TrimStart();
        }
        string start = rest[..Math.Min(rest.Length, 1024)].ToString();
        Match tag = FirstTag().Match(start);
        if (!tag.Success) return hasProlog ? ContentKind.Xml : null;
        string name = tag.Groups["name"].Value;
        if (isDeclared ? name.Equals("html", StringComparison.OrdinalIgnoreCase) : HtmlNames.Contains(name)) return ContentKind.Html;
        return hasProlog || rest.IndexOf("</", StringComparison.Ordinal) >= 0 || rest.IndexOf("/>", StringComparison.Ordinal) >= 0 || ChildOrAttribute().IsMatch(start) ? ContentKind.Xml : null;
    }

    /// <summary>Where a declaration, comment or document type ends that the text begins with; nothing, if it begins with none.</summary>
    private static int? Prolog(ReadOnlySpan<char> rest)
    {
        string? mark = rest.StartsWith("<?", StringComparison.Ordinal) ? "?>"
            : rest.StartsWith("<!--", StringComparison.Ordinal) ? "-->"
            : rest.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) ? ">"
            : null;
        if (mark is null) return null;
        int end = rest.IndexOf(mark, StringComparison.Ordinal);
        return end < 0 ? rest.Length : end + mark.Length;
    }

    /// <summary>Whether the text begins with header fields (RFC 5322), at least two of which only a message has.</summary>
    private static bool IsMail(string text)
    {
        int known = 0, at = text.StartsWith("From ", StringComparison.Ordinal) ? text.IndexOf('\n', StringComparison.Ordinal) + 1 : 0;
        while (at < text.Length)
        {
            int end = text.IndexOf('\n', at);
            ReadOnlySpan<char> line = text.AsSpan(at, (end < 0 ? text.Length : end) - at).TrimEnd('\r');
            if (line.IsEmpty) break;
            if (line[0] is not (' ' or '\t'))
            {
                int colon = line.IndexOf(':');
                if (colon <= 0 || line[..colon].ContainsAnyExceptInRange('!', '~')) break;
                if (MailField().IsMatch(line[..colon])) known++;
            }
            if (known == 2) return true;
            if (end < 0) break;
            at = end + 1;
        }
        return false;
    }

    private static string? Declared(string text)
    {
        string start = text.Length > 1024 ? text[..1024] : text;
        Match match = XmlEncoding().Match(start);
        if (!match.Success && start.AsSpan().TrimStart().StartsWith("<")) match = HtmlCharset().Match(start);
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"^\s*<\?xml\s[^>]*?encoding\s*=\s*[""'](?<name>[^""']{1,40})[""']", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex XmlEncoding();

    [GeneratedRegex(@"<meta\s[^>]*?charset\s*=\s*[""']?(?<name>[A-Za-z0-9_:.-]{1,40})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex HtmlCharset();

    [GeneratedRegex(@"^<(?<name>[\p{L}_][\p{L}\p{N}_.:-]*)[\s/>]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FirstTag();

    [GeneratedRegex(@"^<[^\s<>/]+(\s+[\p{L}_][\p{L}\p{N}_.:-]*\s*=\s*[""']|\s*>\s*<[!?\p{L}_])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ChildOrAttribute();

    [GeneratedRegex(
        "^(From|To|Cc|Subject|Date|Sender|Reply-To|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Content-Type|Content-Transfer-Encoding|In-Reply-To|References|DKIM-Signature|X-[A-Za-z-]+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex MailField();
}
