using Rogatory.Core.Classification.Reading.Markup;

namespace Rogatory.Core.Classification.Reading.Office;

/// <summary>A document's properties, those of its maker's own too: each value under its name.</summary>
internal sealed class PropertyReader(ReadingSession session, string part) : MarkupHandler
{
    private string? _own;
    private string? _name;
    private bool _isOpen;

    public override void Open(string name)
    {
        _name = LocalName.Of(name);
        if (_name == "property") _own = null;
        _isOpen = false;
    }

    public override void Attribute(string name, ReadOnlySpan<char> value, bool continues)
    {
        if (_name == "property" && name == "name" && !continues) _own = value.ToString();
        else if (_name == "property" && name == "linkTarget") session.WriteAt(new Locator(part), _own, value);
    }

    public override void Close(string name)
    {
        _isOpen = false;
        if (LocalName.Of(name) == "property") _own = null;
    }

    public override void Text(ReadOnlySpan<char> text)
    {
        if (text.IsWhiteSpace() && !_isOpen) return;
        if (!_isOpen) session.MoveTo(new Locator(part, Cell: _own ?? _name), _own ?? _name);
        _isOpen = true;
        session.Write(text);
    }
}
