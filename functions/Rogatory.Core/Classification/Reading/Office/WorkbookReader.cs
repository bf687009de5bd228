using Rogatory.Core.Classification.Reading.Markup;

namespace Rogatory.Core.Classification.Reading.Office;

/// <summary>A workbook's list of sheets, and the text in it besides.</summary>
internal sealed class WorkbookReader(ReadingSession session, string part) : MarkupHandler
{
    private const int Most = 10_000;

    private readonly List<(string Id, string Name)> _sheets = [];
    private string _element = "", _id = "", _name = "";
    private bool _isHidden;

    /// <summary>Each sheet's relationship id and name, with a word where it is not shown.</summary>
    public IReadOnlyList<(string Id, string Name)> Sheets => _sheets;

    /// <summary>Whether days are counted from 1904 and not from 1900.</summary>
    public bool IsFrom1904 { get; private set; }

    public override void Open(string name)
    {
        _element = LocalName.Of(name);
        (_id, _name, _isHidden) = ("", "", false);
    }

    public override void Attribute(string name, ReadOnlySpan<char> value, bool continues)
    {
        if (_element == "workbookPr" && name == "date1904") IsFrom1904 = value is "1" or "true";
        else if (_element == "sheet" && name.EndsWith(":id", StringComparison.Ordinal)) _id = value.ToString();
        else if (_element == "sheet" && name == "state") _isHidden = value is not "visible";
        else if (_element is "sheet" or "definedName" && name is "name" or "comment" or "description" && !continues)
        {
            if (name == "name") _name = value.ToString();
            session.WriteAt(new Locator(part), _element, value);
        }
    }

    public override void Opened(string name)
    {
        if (_element == "sheet" && _sheets.Count < Most) _sheets.Add((_id, _isHidden ? $"sheet {_name} (hidden)" : $"sheet {_name}"));
    }

    public override void Text(ReadOnlySpan<char> text)
    {
        if (!text.IsWhiteSpace()) session.WriteAt(new Locator(part), _element, text);
    }
}
