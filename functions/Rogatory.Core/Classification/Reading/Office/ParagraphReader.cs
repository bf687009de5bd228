using System.Globalization;
using System.Text;
using Rogatory.Core.Classification.Reading.Markup;

namespace Rogatory.Core.Classification.Reading.Office;

/// <summary>
/// The text of a word processor's part, a slide, or a drawing: a line for each paragraph, cells of tables named by their headers. A
/// paragraph with tracked changes is written as it reads now, and once more as it read before. Hidden text is text.
/// </summary>
internal sealed class ParagraphReader(ReadingSession session, string part, int? page) : MarkupHandler
{
    private const int LongestParagraph = 64 * 1024;
    private const int MostAuthors = 1000;

    /// <summary>Attributes that hold words of people, wherever they stand.</summary>
    private static readonly HashSet<string> Words = ["descr", "title", "alt", "string", "instr", "tooltip", "author", "initials", "date"];

    /// <summary>Elements whose text says where something stands.</summary>
    private static readonly HashSet<string> Measures =
        ["posOffset", "align", "pctWidth", "pctHeight", "pctPosHOffset", "pctPosVOffset", "col", "colOff", "row", "rowOff", "Anchor", "Row", "Column", "AutoFill", "AutoLine", "LockText", "ObjectType"];

    private readonly TextFlow _flow = new(session, part, page);
    private readonly Deferred _deferred = new(session);
    private readonly Stack<Paragraph> _paragraphs = new();
    private readonly Stack<Table> _tables = new();
    private readonly HashSet<string> _authors = new(StringComparer.Ordinal);
    private string _element = "";
    private bool _isText, _isField, _isInField;
    private int _deleted, _inserted, _tableCount;

    public override void Open(string name)
    {
        _element = LocalName.Of(name);
        _isText = _element is "t" or "delText" or "text";
        _isField = _element is "instrText" or "delInstrText";
        switch (_element)
        {
            case "fldChar":
                _isInField = false;
                break;
            case "p":
                if (_paragraphs.Count < session.Limits.Nesting) _paragraphs.Push(new Paragraph());
                else session.Breach(part, BreachKind.Nesting);
                break;
            case "tab" or "ptab":
                Add("\t");
                break;
            case "br" or "cr":
                Add("\n");
                break;
            case "noBreakHyphen":
                Add("-");
                break;
            case "comment":
                _flow.EndLine();
                break;
            case "del" or "moveFrom":
                _deleted++;
                break;
            case "ins" or "moveTo":
                _inserted++;
                break;
            case "tbl":
                if (_tables.Count < session.Limits.Nesting)
                    _tables.Push(new Table(new TableLabels(string.Create(CultureInfo.InvariantCulture, $"table {++_tableCount}, "))));
                else session.Breach(part, BreachKind.Nesting);
                break;
            case "tr" when _tables.TryPeek(out Table? table):
                table.Labels.StartRow();
                break;
            case "tc" when _tables.TryPeek(out Table? table):
                (table.Cell, table.Label) = table.Labels.StartCell();
                _flow.Enter(table.Cell, table.Label);
                break;
        }
    }

    public override void Attribute(string name, ReadOnlySpan<char> value, bool continues)
    {
        string local = LocalName.Of(name);
        if (_element == "sym" && local == "char" && int.TryParse(value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
            Add([(char)((code & 0xFF00) == 0xF000 ? code & 0xFF : code & 0xFFFF)]);
        else if (_element == "comment" && local == "ref") _flow.Enter(value.ToString(), label: null);
        else if (_element is "alias" or "tag" && local == "val") _deferred.Add(new Locator($"{part} > content control", page), label: null, value, continues);
        else if (_element == "docVar") _deferred.Add(new Locator($"{part} > variable", page), label: null, value, continues);
        else if (Words.Contains(local) && !value.IsEmpty && IsNews(local, value)) _deferred.Add(new Locator($"{part} > {Kind(local)}", page), local, value, continues);
        if (_deferred.IsFull) _deferred.Write();
    }

    public override void Close(string name)
    {
        _isText = _isField = false;
        switch (LocalName.Of(name))
        {
            case "p":
                EndParagraph();
                break;
            case "del" or "moveFrom":
                _deleted = Math.Max(0, _deleted - 1);
                break;
            case "ins" or "moveTo":
                _inserted = Math.Max(0, _inserted - 1);
                break;
            case "tc" when _tables.TryPeek(out Table? table):
                table.Labels.EndCell();
                _flow.Enter(null, null);
                break;
            case "tr" when _tables.TryPeek(out Table? table):
                table.Labels.EndRow();
                break;
            case "tbl" when _tables.TryPop(out _):
                if (_tables.TryPeek(out Table? around)) _flow.Enter(around.Cell, around.Label);
                else _flow.Enter(null, null);
                break;
        }
    }

    public override void Text(ReadOnlySpan<char> text)
    {
        if (_isText) Add(text);
        else if (_isField) _deferred.Add(new Locator($"{part} > field code", page), label: null, text, _isInField);
        else if (!text.IsWhiteSpace() && !Measures.Contains(_element)) _deferred.Add(new Locator($"{part} > {_element}", page), _element, text);
        _isInField |= _isField;
        if (_deferred.IsFull) _deferred.Write();
    }

    public override void Comment(ReadOnlySpan<char> text, bool continues) => _deferred.Add(new Locator($"{part} > comment", page), label: null, text, continues);

    public override void Declaration(ReadOnlySpan<char> text, bool continues)
    {
        if (!text.StartsWith("xml ", StringComparison.Ordinal)) _deferred.Add(new Locator($"{part} > declaration", page), label: null, text, continues);
    }

    public override void End()
    {
        while (_paragraphs.Count > 0) EndParagraph();
        _deferred.Write();
    }

    private static string Kind(string attribute) => attribute switch
    {
        "descr" or "title" or "alt" => "alternative text",
        "string" => "drawn text",
        "instr" => "field code",
        "tooltip" => "tooltip",
        _ => "author",
    };

    /// <summary>Each author and date is written once: they stand at every change of theirs.</summary>
    private bool IsNews(string attribute, ReadOnlySpan<char> value) =>
        attribute is not ("author" or "initials" or "date") || (_authors.Count < MostAuthors && _authors.Add(value.ToString()));

    private void Add(ReadOnlySpan<char> text)
    {
        if (_tables.TryPeek(out Table? table) && _deleted == 0) table.Labels.Add(text);
        if (!_paragraphs.TryPeek(out Paragraph? paragraph))
        {
            _flow.Write(text);
            return;
        }
        if (_deleted == 0) paragraph.Now.Append(text);
        if (_inserted == 0 || _deleted > 0) paragraph.Before.Append(text);
        paragraph.IsChanged |= _deleted > 0;
        if (paragraph.Now.Length + paragraph.Before.Length > LongestParagraph) Write(paragraph);
    }

    private void EndParagraph()
    {
        if (!_paragraphs.TryPop(out Paragraph? paragraph)) return;
        Write(paragraph);
        _flow.Write("\n");
    }

    private void Write(Paragraph paragraph)
    {
        foreach (ReadOnlyMemory<char> piece in paragraph.Now.GetChunks())
            _flow.Write(piece.Span);
        if (paragraph.IsChanged)
            _deferred.Add(_flow.Place with { Part = $"{part} > before changes" }, label: null, paragraph.Before.ToString());
        paragraph.Now.Clear();
        paragraph.Before.Clear();
        if (_deferred.IsFull) _deferred.Write();
    }

    private sealed class Paragraph
    {
        public StringBuilder Now { get; } = new();

        public StringBuilder Before { get; } = new();

        public bool IsChanged { get; set; }
    }

    private sealed class Table(TableLabels labels)
    {
        public TableLabels Labels => labels;

        public string? Cell { get; set; }

        public string? Label { get; set; }
    }
}
