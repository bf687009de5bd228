using System.Globalization;
using System.Text;
using Rogatory.Core.Classification.Reading.Markup;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading.Office;

/// <summary>A worksheet: each cell's value and formula under its reference and its column's name; headers, footers, links and prompts.</summary>
internal sealed class SheetReader(ReadingSession session, string part, SharedStrings strings, CellStyles styles, bool isFrom1904) : MarkupHandler
{
    private const int LongestValue = 64 * 1024;
    private const int MostColumns = 16_384;

    /// <summary>Attributes that hold words of people, and those of a link.</summary>
    private static readonly HashSet<string> Words =
        ["tooltip", "display", "location", "prompt", "promptTitle", "error", "errorTitle", "descr", "title", "altText", "codeName"];

    private readonly TableLabels _labels = new("");
    private readonly Deferred _deferred = new(session);
    private readonly StringBuilder _value = new();
    private readonly StringBuilder _formula = new();

    // Only at the end of the first row it is known whether its cells name each other.
    private readonly List<(Locator Place, string? Label, string Value)> _firstRow = [];
    private string _element = "", _reference = "", _type = "";
    private string? _label;
    private bool _isInCell, _isPhonetic, _isOpen;
    private int _style;

    public override void Open(string name)
    {
        _element = LocalName.Of(name);
        switch (_element)
        {
            case "row":
                _labels.StartRow();
                break;
            case "c":
                _isInCell = true;
                _isOpen = false;
                (_reference, _type, _style) = ("", "n", -1);
                _value.Clear();
                _formula.Clear();
                break;
            case "rPh":
                _isPhonetic = true;
                break;
        }
    }

    public override void Attribute(string name, ReadOnlySpan<char> value, bool continues)
    {
        if (_element == "c")
        {
            if (name == "r") _reference = value[..Math.Min(value.Length, 16)].ToString();
            else if (name == "t") _type = value.ToString();
            else if (name == "s" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int style)) _style = style;
            return;
        }
        if (!Words.Contains(LocalName.Of(name))) return;
        _deferred.Add(new Locator(part), LocalName.Of(name), value, continues);
        if (_deferred.IsFull) _deferred.Write();
    }

    public override void Opened(string name)
    {
        if (_element == "c") (_, _label) = _labels.StartCell(Column());
    }

    public override void Text(ReadOnlySpan<char> text)
    {
        if (!_isInCell)
        {
            if (!text.IsWhiteSpace()) session.WriteAt(new Locator(part), _element, text);
            return;
        }
        if (_element == "f") Append(_formula, text, "formula");
        else if (_isPhonetic) _deferred.Add(new Locator(part, Cell: _reference), "phonetic", text);
        else if (_element is "v" or "t") Append(_value, text, _label);
    }

    public override void Close(string name)
    {
        switch (LocalName.Of(name))
        {
            case "c":
                EndCell();
                break;
            case "row":
                WriteFirstRow(_labels.EndRow());
                break;
            case "rPh":
                _isPhonetic = false;
                break;
        }
    }

    public override void Comment(ReadOnlySpan<char> text, bool continues) => session.WriteAt(new Locator($"{part} > comment"), label: null, text);

    public override void End()
    {
        EndCell();
        WriteFirstRow(isOfNames: false);
        _deferred.Write();
    }

    /// <summary>Keeps text until the cell ends, or writes it if there is more than a cell can hold.</summary>
    private void Append(StringBuilder kept, ReadOnlySpan<char> text, string? label)
    {
        kept.Append(text);
        if (kept.Length <= LongestValue) return;
        WriteFirstRow(isOfNames: false);
        if (!_isOpen) session.MoveTo(new Locator(part, Cell: _reference), label);
        _isOpen = true;
        session.Write(kept.ToString());
        kept.Clear();
    }

    private void EndCell()
    {
        if (!_isInCell) return;
        _isInCell = false;
        string value = Shown(_value.ToString());
        _labels.Add(value);
        _labels.EndCell();
        var place = new Locator(part, Cell: _reference);
        if (_labels.IsInFirstRow && _formula.Length == 0 && value.Length <= HeaderRow.LongestLabel && _firstRow.Count < MostColumns)
        {
            _firstRow.Add((place, _label, value));
        }
        else
        {
            WriteFirstRow(isOfNames: false);
            session.WriteAt(place, _label, value);
        }
        session.WriteAt(place, "formula", _formula.ToString());
    }

    private void WriteFirstRow(bool isOfNames)
    {
        foreach ((Locator place, string? label, string value) in _firstRow)
            session.WriteAt(place, isOfNames ? null : label, value);
        _firstRow.Clear();
    }

    private string Shown(string value) => _type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? strings[index] ?? value : value,
        "n" when styles.IsDate(_style) => Date(value),
        "n" when value.Contains('E', StringComparison.OrdinalIgnoreCase) => Whole(value),
        _ => value,
    };

    /// <summary>A long number as digits: it may be one that names something.</summary>
    private static string Whole(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && Math.Abs(number) is >= 1 and < 1e18 && Math.Floor(number) == number
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : value;

    private string Date(string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double days) || days is not (>= 0 and < 2_958_466)) return value;
        // Day 60 of the calendar from 1900 is a 29 February that never was.
        DateTime date = isFrom1904 ? new DateTime(1904, 1, 1).AddDays(Math.Min(days, 2_950_000)) : new DateTime(1899, 12, 30).AddDays(days < 60 ? days + 1 : days);
        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private int? Column()
    {
        int column = 0;
        foreach (char one in _reference)
        {
            if (!char.IsAsciiLetter(one)) break;
            column = (column * 26) + (char.ToUpperInvariant(one) - 'A' + 1);
            if (column > MostColumns) return null;
        }
        return column == 0 ? null : column - 1;
    }
}
