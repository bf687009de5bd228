using System.Globalization;
using System.Text;
using System.Xml;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>What cells of a workbook show: shared strings, and numbers that are dates.</summary>
internal sealed class WorkbookValues
{
    private readonly List<string> _strings = [];
    private readonly HashSet<int> _dateFormats = [.. Enumerable.Range(14, 9), .. Enumerable.Range(27, 10), .. Enumerable.Range(45, 3), .. Enumerable.Range(50, 9)];
    private readonly List<bool> _dates = [];

    /// <summary>Whether days are counted from 1904.</summary>
    public bool IsFrom1904 { get; set; }

    public void ReadStrings(XmlReader reader)
    {
        var text = new StringBuilder();
        while (reader.Read())
        {
            // How a name is pronounced stands beside it and does not show.
            while (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPh")
                reader.Skip();
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "t") text.Append(reader.IsEmptyElement ? "" : reader.ReadString());
            else if (reader.LocalName == "si" && (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement)) EndString(text);
        }
    }

    public void ReadStyles(XmlReader reader)
    {
        bool isInCells = false;
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs") isInCells = reader.NodeType == XmlNodeType.Element;
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "numFmt" && Number(reader, "numFmtId") is { } id && IsDateCode(reader.GetAttribute("formatCode") ?? "")) _dateFormats.Add(id);
            else if (reader.LocalName == "xf" && isInCells) _dates.Add(Number(reader, "numFmtId") is { } format && _dateFormats.Contains(format));
        }
    }

    /// <summary>What a cell of this type and style shows of its value, and whether that is a number.</summary>
    public (string Text, bool IsNumber) Show(string type, int style, string value)
    {
        switch (type)
        {
            case "s":
                return (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < _strings.Count ? _strings[index] : "", false);
            case "b":
                return (value == "1" ? "TRUE" : "FALSE", false);
            case "n" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number):
                if (style >= 0 && style < _dates.Count && _dates[style] && number is >= 0 and < 2_950_000) return (Date(number), false);
                return (Math.Abs(number) < 1e18 && Math.Floor(number) == number ? number.ToString("F0", CultureInfo.InvariantCulture) : value.Trim(), true);
            default:
                return (value, false);
        }
    }

    private static int? Number(XmlReader reader, string name) => int.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private void EndString(StringBuilder text)
    {
        _strings.Add(text.ToString());
        text.Clear();
    }

    private string Date(double days)
    {
        // Day 60 of the calendar from 1900 is a 29 February that never was.
        DateTime date = IsFrom1904 ? new DateTime(1904, 1, 1).AddDays(days) : new DateTime(1899, 12, 30).AddDays(days < 60 ? days + 1 : days);
        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>A code with a day or a year in it, outside of quoted text and bracketed colours.</summary>
    private static bool IsDateCode(string code)
    {
        char closing = '\0';
        foreach (char one in code)
        {
            if (closing != '\0') closing = one == closing ? '\0' : closing;
            else if (one is '"' or '[') closing = one == '[' ? ']' : one;
            else if (one is 'd' or 'D' or 'y' or 'Y') return true;
        }
        return false;
    }
}
