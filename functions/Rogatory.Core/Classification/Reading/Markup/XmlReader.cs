using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading.Markup;

/// <summary>
/// Any XML: the text of each element and the value of each attribute under its name. Text that runs through elements (<c>a &lt;b&gt;word&lt;/b&gt;
/// in bold</c>) is one stretch; text of elements side by side is not. Comments and declarations are parts of their own.
/// </summary>
internal sealed class XmlReader : MarkupHandler
{
    private static readonly HashSet<string> Inline = ["span", "em", "strong", "font", "hi", "sub", "sup"];

    private readonly ReadingSession _session;
    private readonly string _part;
    private readonly CharacterWindow _window;
    private readonly Deferred _deferred;
    private readonly Stack<string> _names = new();
    private readonly bool _textOnly;
    private long _tooDeep;
    private long _moves = -1;
    private bool _afterText;

    private XmlReader(ReadingSession session, string part, CharacterWindow window, bool textOnly)
    {
        _session = session;
        _part = part;
        _window = window;
        _deferred = new Deferred(session);
        _textOnly = textOnly;
    }

    /// <param name="session">What to write to.</param>
    /// <param name="part">The part's name.</param>
    /// <param name="text">The part's text.</param>
    /// <param name="textOnly">Leaves out attributes: for parts that are all settings.</param>
    public static void Read(ReadingSession session, string part, DecodedText text, bool textOnly = false)
    {
        var window = new CharacterWindow(text);
        var reader = new XmlReader(session, part, window, textOnly);
        new MarkupScanner(window, reader, isHtml: false, session.CancellationToken).Run();
    }

    public override void End()
    {
        _deferred.Write();
        if (_tooDeep > 0) _session.Breach(_part, BreachKind.Nesting);
    }

    public override void Open(string name)
    {
        string local = LocalName.Of(name);
        if (!_afterText && !Inline.Contains(local)) Rest();
        if (_names.Count < _session.Limits.Nesting) _names.Push(local);
        else _tooDeep++;
    }

    public override void Attribute(string name, ReadOnlySpan<char> value, bool continues)
    {
        if (_textOnly || name.StartsWith("xmlns", StringComparison.Ordinal)) return;
        _deferred.Add(new Locator(_part, Line: _window.Line), LocalName.Of(name), value, continues);
        if (_deferred.IsFull) Rest();
    }

    public override void Close(string name)
    {
        string local = LocalName.Of(name);
        // An end tag that no start tag is for ends nothing; one that skips start tags ends them too.
        if (_names.Contains(local))
        {
            while (_names.Pop() != local)
            {
            }
        }
        if (!Inline.Contains(local)) _afterText = false;
    }

    public override void Text(ReadOnlySpan<char> text)
    {
        bool isBlank = text.IsWhiteSpace();
        if (isBlank && _moves != _session.Moves) return;
        if (_moves != _session.Moves)
        {
            if (_deferred.IsFull) _deferred.Write();
            _session.MoveTo(new Locator(_part, Line: _window.Line), _names.TryPeek(out string? label) ? label : null);
            _moves = _session.Moves;
        }
        _session.Write(text);
        if (!isBlank) _afterText = true;
    }

    public override void Comment(ReadOnlySpan<char> text, bool continues) => Aside("comment", text, continues);

    public override void Declaration(ReadOnlySpan<char> text, bool continues)
    {
        if (!text.StartsWith("xml ", StringComparison.Ordinal)) Aside("declaration", text, continues);
    }

    private void Aside(string kind, ReadOnlySpan<char> text, bool continues)
    {
        _deferred.Add(new Locator($"{_part} > {kind}", Line: _window.Line), label: null, text, continues);
        if (_deferred.IsFull) Rest();
    }

    private void Rest()
    {
        _deferred.Write();
        _moves = -1;
    }
}
