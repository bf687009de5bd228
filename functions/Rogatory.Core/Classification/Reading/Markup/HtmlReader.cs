using System.Globalization;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading.Markup;

/// <summary>
/// HTML as a page shows it, and what it does not show: the values of attributes that can hold text or addresses, scripts, styles and
/// comments, each as a part of its own. Cells of tables are named by their headers.
/// </summary>
internal sealed class HtmlReader : MarkupHandler
{
    /// <summary>Elements that stand within a line; all others begin and end one.</summary>
    private static readonly HashSet<string> Inline =
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr",
        "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ];

    /// <summary>Attributes that say how a page looks or works, and nothing else.</summary>
    private static readonly HashSet<string> Settings =
    [
        "class", "style", "id", "width", "height", "align", "valign", "border", "cellpadding", "cellspacing", "colspan", "rowspan", "bgcolor", "color", "face",
        "size", "rel", "type", "charset", "http-equiv", "dir", "lang", "target", "method", "enctype", "xmlns", "clear", "scope", "shape", "coords", "media",
    ];

    private readonly ReadingSession _session;
    private readonly string _part;
    private readonly CharacterWindow _window;
    private readonly TextFlow _flow;
    private readonly Deferred _deferred;
    private readonly Stack<TableLabels> _tables = new();
    private string? _raw;
    private string? _input;
    private bool _isInRaw;
    private bool _isPreformatted;
    private int _tableCount;

    private HtmlReader(ReadingSession session, string part, CharacterWindow window)
    {
        _session = session;
        _part = part;
        _window = window;
        _flow = new TextFlow(session, part);
        _deferred = new Deferred(session);
    }

    public static void Read(ReadingSession session, string part, DecodedText text)
    {
        var window = new CharacterWindow(text);
        var reader = new HtmlReader(session, part, window);
        new MarkupScanner(window, reader, isHtml: true, session.CancellationToken).Run();
    }

    public override void End() => _deferred.Write();

    public override void Open(string name)
    {
        _input = null;
        switch (name)
        {
            case "br":
                _flow.EndLine();
                return;
            case "pre":
                _isPreformatted = true;
                break;
            case "table":
                if (_tables.Count == _session.Limits.Nesting) _session.Breach(_part, BreachKind.Nesting);
                else _tables.Push(new TableLabels(string.Create(CultureInfo.InvariantCulture, $"table {++_tableCount}, ")));
                break;
            case "tr" when _tables.TryPeek(out TableLabels? table):
                EndCell(table);
                table.EndRow();
                table.StartRow();
                return;
            case "td" or "th" when _tables.TryPeek(out TableLabels? table):
                EndCell(table);
                (string cell, string? label) = table.StartCell(isName: name == "th");
                _deferred.Write();
                _flow.Enter(cell, label);
                return;
            case "script" or "style":
                _raw = name;
                _isInRaw = false;
                break;
        }
        if (!Inline.Contains(name)) _flow.EndLine();
    }

    public override void Attribute(string name, ReadOnlySpan<char> value, bool continues)
    {
        if (Settings.Contains(name)) return;
        // What a form's field is called says what its value is.
        if (name is "name" or "property" && value.Length < NamePool.Longest) _input = value.ToString();
        string? label = name is "value" or "content" ? _input ?? name : name;
        _deferred.Add(new Locator($"{_part} > attribute", Line: _window.Line), label, value, continues);
        if (_deferred.IsFull) _deferred.Write();
    }

    public override void Close(string name)
    {
        switch (name)
        {
            case "pre":
                _isPreformatted = false;
                break;
            case "table" when _tables.TryPop(out TableLabels? table):
                EndCell(table);
                _flow.Enter(null, null);
                break;
            case "tr" when _tables.TryPeek(out TableLabels? table):
                EndCell(table);
                table.EndRow();
                _flow.Enter(null, null);
                return;
            case "td" or "th" when _tables.TryPeek(out TableLabels? table):
                EndCell(table);
                return;
            case "script" or "style":
                _raw = null;
                return;
        }
        if (!Inline.Contains(name)) _flow.EndLine();
    }

    public override void Text(ReadOnlySpan<char> text)
    {
        if (_raw is not null)
        {
            _deferred.Add(new Locator($"{_part} > {_raw}", Line: _window.Line), label: null, text, _isInRaw);
            _isInRaw = true;
            if (_deferred.IsFull) _deferred.Write();
            return;
        }
        if (_isPreformatted) _flow.Write(text);
        else _flow.WriteCollapsed(text);
        if (_tables.TryPeek(out TableLabels? table)) table.Add(text);
    }

    public override void Comment(ReadOnlySpan<char> text, bool continues) => Aside("comment", text, continues);

    public override void Declaration(ReadOnlySpan<char> text, bool continues)
    {
        if (!text.StartsWith("doctype html", StringComparison.OrdinalIgnoreCase)) Aside("declaration", text, continues);
    }

    private void Aside(string kind, ReadOnlySpan<char> text, bool continues)
    {
        _deferred.Add(new Locator($"{_part} > {kind}", Line: _window.Line), label: null, text, continues);
        if (_deferred.IsFull) _deferred.Write();
    }

    private void EndCell(TableLabels table)
    {
        table.EndCell();
        _flow.EndLine();
    }
}
