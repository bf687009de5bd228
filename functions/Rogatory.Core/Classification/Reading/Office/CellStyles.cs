using System.Globalization;
using Rogatory.Core.Classification.Reading.Markup;

namespace Rogatory.Core.Classification.Reading.Office;

/// <summary>Which styles of a workbook show a number as a date (ISO/IEC 29500-1, 18.8.30).</summary>
internal sealed class CellStyles : MarkupHandler
{
    private const int Most = 65_536;

    private readonly HashSet<int> _dateFormats = [.. Enumerable.Range(14, 9), .. Enumerable.Range(27, 10), .. Enumerable.Range(45, 3), .. Enumerable.Range(50, 9)];
    private readonly List<bool> _styles = [];
    private string _element = "";
    private string _code = "";
    private int _format;
    private bool _isInStyles;

    public bool IsDate(int style) => style >= 0 && style < _styles.Count && _styles[style];

    public override void Open(string name)
    {
        _element = LocalName.Of(name);
        _isInStyles |= _element == "cellXfs";
        (_format, _code) = (0, "");
    }

    public override void Attribute(string name, ReadOnlySpan<char> value, bool continues)
    {
        if (name == "numFmtId" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int format)) _format = format;
        else if (name == "formatCode") _code = value.ToString();
    }

    public override void Opened(string name)
    {
        if (_element == "numFmt" && _dateFormats.Count < Most && IsDateCode(_code)) _dateFormats.Add(_format);
        else if (_element == "xf" && _isInStyles && _styles.Count < Most) _styles.Add(_dateFormats.Contains(_format));
    }

    public override void Close(string name)
    {
        if (LocalName.Of(name) == "cellXfs") _isInStyles = false;
    }

    /// <summary>A code with a day or a year in it, outside of quoted text and bracketed colours.</summary>
    private static bool IsDateCode(string code)
    {
        char closing = '\0';
        foreach (char one in code)
        {
            if (closing != '\0') closing = one == closing ? '\0' : closing;
            else if (one is '"') closing = '"';
            else if (one is '[') closing = ']';
            else if (one is 'd' or 'D' or 'y' or 'Y') return true;
        }
        return false;
    }
}
