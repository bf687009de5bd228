using System.Globalization;
using System.Text;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>
/// Writes a new PDF (ISO 32000-1) of lines of text, in a font that every reader has (9.6.2.2), each page headed as an extract. Nothing in it is
/// compressed, and nothing but the text is from the item.
/// </summary>
internal static class PdfWriter
{
    private const int Columns = 92;
    private const int Rows = 60;
    private const int TabWidth = 4;

    /// <summary>A file of pages, each with its number in the original.</summary>
    public static byte[] Write(IEnumerable<(int Number, string Text)> pages, ExtractLimits limits)
    {
        var objects = new List<byte[]>();
        var contents = new List<string>();
        long size = 0;
        foreach ((int number, string text) in pages)
        {
            List<string> lines = [.. Lines(text)];
            int sheets = Math.Max(1, (lines.Count + Rows - 1) / Rows);
            for (int sheet = 0; sheet < sheets; sheet++)
            {
                string content = Content(number, sheet + 1, sheets, lines.Skip(sheet * Rows).Take(Rows));
                size += content.Length + 400;
                if (size > limits.ExtractSize) throw ExtractRefusals.TooLarge("The extract", limits.ExtractSize);
                contents.Add(content);
            }
        }
        string kids = string.Join(' ', Enumerable.Range(0, contents.Count).Select(index => $"{4 + (2 * index)} 0 R"));
        objects.Add([.. "<</Type/Catalog/Pages 2 0 R>>"u8]);
        objects.Add(Bytes($"<</Type/Pages/Count {contents.Count}/Kids[{kids}]>>"));
        objects.Add([.. "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"u8]);
        foreach (string content in contents)
        {
            objects.Add(Bytes($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {objects.Count + 2} 0 R>>"));
            byte[] stream = TextForm.Windows1252.GetBytes(content);
            objects.Add([.. Bytes($"<</Length {stream.Length}>>\nstream\n"), .. stream, .. "\nendstream"u8]);
        }
        return File(objects);
    }

    private static byte[] File(List<byte[]> objects)
    {
        using var file = new MemoryStream();
        // Bytes above 127 in a comment tell that the file is binary (7.5.2).
        file.Write([.. "%PDF-1.4\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var places = new List<long>();
        foreach (byte[] one in objects)
        {
            places.Add(file.Position);
            file.Write(Bytes($"{places.Count} 0 obj\n"));
            file.Write(one);
            file.Write("\nendobj\n"u8);
        }
        long table = file.Position;
        file.Write(Bytes($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (long place in places)
            file.Write(Bytes($"{place:D10} 00000 n \n"));
        file.Write(Bytes($"trailer\n<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    private static string Content(int number, int sheet, int sheets, IEnumerable<string> lines)
    {
        string part = sheets == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", part {sheet} of {sheets}");
        var content = new StringBuilder("BT\n/F1 9 Tf\n12 TL\n50 800 Td\n");
        Show(content, string.Create(CultureInfo.InvariantCulture, $"EXTRACT - page {number} of the original{part}"));
        content.Append("T*\n");
        foreach (string line in lines)
            Show(content, line);
        return content.Append("ET").ToString();
    }

    private static void Show(StringBuilder content, string line)
    {
        content.Append('(');
        foreach (char unit in line)
        {
            if (unit is '(' or ')' or '\\') content.Append('\\');
            content.Append(unit);
        }
        content.Append(") Tj T*\n");
    }

    /// <summary>Lines that fit, broken at spaces where there are some.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            string rest = Shown(line);
            while (rest.Length > Columns)
            {
                int space = rest.LastIndexOf(' ', Columns);
                int end = space > Columns / 2 ? space : Columns;
                yield return rest[..end];
                rest = rest[end..].TrimStart(' ');
            }
            yield return rest;
        }
    }

    /// <summary>The line in characters of Windows-1252.</summary>
    private static string Shown(string line)
    {
        var shown = new StringBuilder(line.Length);
        foreach (char unit in line)
        {
            if (unit == '\t') shown.Append(' ', TabWidth - (shown.Length % TabWidth));
            else if (char.IsWhiteSpace(unit)) shown.Append(' ');
            else if (char.GetUnicodeCategory(unit) is UnicodeCategory.Format or UnicodeCategory.Control) continue;
            else if (IsShown(unit)) shown.Append(unit);
            else if (char.IsSurrogate(unit) || unit.ToString().Normalize(NormalizationForm.FormKC) is not { } plain || !plain.All(IsShown))
                throw ExtractRefusals.NotPossible("The PDF has characters that are not in the fonts that every reader has.", "Ask for the extract as text.");
            else shown.Append(plain);
        }
        return shown.ToString();
    }

    private static bool IsShown(char unit) => unit is >= ' ' and <= '~' or >= '\u00A1' and <= '\u00FF' || (unit > '\u00FF' && TextForm.Windows1252.GetBytes([unit]) is [>= 0x80 and <= 0x9F] bytes && TextForm.Windows1252.GetChars(bytes)[0] == unit);

    private static byte[] Bytes(FormattableString text) => Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture));
}
