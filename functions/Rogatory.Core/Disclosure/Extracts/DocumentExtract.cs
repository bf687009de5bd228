using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>A DOCX, by paragraphs: a new document of the body's paragraphs and tables as they read with all changes accepted, without hidden text.</summary>
internal sealed class DocumentExtract : RewrittenExtract
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly List<Piece> _pieces = [];
    private readonly HashSet<int> _dropped = [];
    private readonly ExtractTally _left = new();
    private readonly HiddenStyles _styles = new();
    private TableLabels? _labels;
    private readonly List<string> _row = [];
    private int _tables, _depth, _rows, _line = 1, _start, _rowStretch, _cell, _hiddenRow;
    private bool _isHidden, _isHiddenParagraph;

    private DocumentExtract(ReadOnlyMemory<byte> item, CancellationToken cancellationToken)
        : base(item, cancellationToken)
    {
    }

    private enum PieceKind
    {
        Paragraph,
        Table,
        Row,
        Cell,
        EndCell,
        EndRow,
        EndTable,
    }

    public override string Format => "docx";

    public override string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public override string Extension => "docx";

    public static DocumentExtract Open(ReadOnlyMemory<byte> item, CancellationToken cancellationToken)
    {
        CheckReadable(item, "docx", cancellationToken);
        var extract = new DocumentExtract(item, cancellationToken);
        using var package = new OfficePackage(item);
        string main = package.Main("word/document.xml");
        string? styles = package.Relations(main).FirstOrDefault(one => one.Type.EndsWith("/styles", StringComparison.Ordinal)).Target ?? "word/styles.xml";
        package.Read(styles, extract._styles.Read);
        extract.MoveTo(new Locator("body", Line: 1), null);
        package.Read(main, extract.Read);
        extract.EndStretch();
        extract._left.Add("parts", package.Others(new HashSet<string>(StringComparer.OrdinalIgnoreCase) { main, styles }));
        return extract;
    }

    public override void Choose(ExtractRequest request, ExtractTally tally)
    {
        RefuseSelectors(request, Format, "Name lines (paragraphs), spans or categories.",
            ExtractSelectorKind.Rows, ExtractSelectorKind.Columns, ExtractSelectorKind.Header, ExtractSelectorKind.Fields, ExtractSelectorKind.Pages);
        var numbers = new NumberSet(request, ExtractSelectorKind.Lines);
        long number = 0;
        for (int index = 0; index < _pieces.Count; index++)
        {
            if (_pieces[index].Kind != PieceKind.Paragraph || numbers.Keeps(++number)) continue;
            _dropped.Add(index);
            tally.Add("lines");
        }
        foreach ((string kind, long count) in _left.Removed)
            tally.Add(kind, count);
    }

    public override IEnumerable<(int Start, int End)> Units() =>
        _pieces.Where((piece, index) => piece.Kind == PieceKind.Paragraph && piece.Start < piece.End && !_dropped.Contains(index)).Select(piece => (piece.Start, piece.End));

    public override RenderedExtract Render(IReadOnlyList<ExtractEdit> edits, ExtractLimits limits) => new(OfficePackage.Make(limits,
    [
        OfficePackage.Types([("/word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")]),
        OfficePackage.Relations("_rels/.rels", [("officeDocument", "word/document.xml")]),
        ("word/document.xml", writer => Write(writer, edits)),
    ]), []);

    private void Read(XmlReader reader)
    {
        bool more = reader.Read();
        while (more)
        {
            CancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (IsLeftOut(reader))
                {
                    reader.Skip();
                    more = !reader.EOF;
                    continue;
                }
                Begin(reader);
                if (reader.IsEmptyElement) End(reader.LocalName);
            }
            else if (reader.NodeType == XmlNodeType.EndElement) End(reader.LocalName);
            more = reader.Read();
        }
    }

    /// <summary>What does not come along, with all that is in it.</summary>
    private bool IsLeftOut(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "del" or "moveFrom":
                _left.Add("changes");
                return true;
            case "drawing" or "pict" or "object":
                _left.Add("images");
                return true;
            case "altChunk":
                _left.Add("parts");
                return true;
            case "commentReference":
                _left.Add("comments");
                return true;
            case "footnoteReference" or "endnoteReference":
                _left.Add("footnotes");
                return true;
            case "delText" or "instrText" or "delInstrText" or "fldData" or "sdtPr" or "sdtEndPr" or "tabs" or "tblPr" or "tblGrid" or "tblPrEx" or "tblPrChange" or "sectPr" or "Fallback" or "rPrChange" or "pPrChange" or "background" or "rt" or "binData":
                return true;
            default:
                return false;
        }
    }

    private void Begin(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "p":
                (_start, _isHidden, _isHiddenParagraph) = (Length, false, _styles.Hides(null));
                break;
            case "pStyle":
                _isHiddenParagraph = _styles.Hides(HiddenStyles.Attribute(reader, "val"));
                break;
            case "r":
                _isHidden = _isHiddenParagraph || _hiddenRow > 0;
                break;
            case "rStyle":
                _isHidden |= HiddenStyles.Attribute(reader, "val") is { } style && _styles.Hides(style);
                break;
            case "vanish" or "specVanish":
                _isHidden = HiddenStyles.IsOn(HiddenStyles.Attribute(reader, "val"), missing: true) || _hiddenRow > 0;
                break;
            case "t":
                AddText(reader.IsEmptyElement ? "" : reader.ReadString());
                break;
            case "tab" or "ptab":
                AddText("\t");
                break;
            case "br" or "cr":
                AddText("\n");
                break;
            case "noBreakHyphen":
                AddText("-");
                break;
            case "sym":
                if (int.TryParse(HiddenStyles.Attribute(reader, "char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
                    AddText(((char)((code & 0xFF00) == 0xF000 ? code & 0xFF : code & 0xFFFF)).ToString());
                break;
            default:
                BeginTable(reader.LocalName);
                break;
        }
    }

    private void BeginTable(string name)
    {
        if (name == "tbl" && _depth++ == 0)
        {
            _labels = new TableLabels(string.Create(CultureInfo.InvariantCulture, $"table {++_tables}, "));
            Put(PieceKind.Table);
            _rows = 0;
        }
        // The table's depth at which the row is hidden, with the tables in it.
        if (name == "hidden" && _hiddenRow == 0) _hiddenRow = _depth;
        if (_depth != 1 || _labels is null) return;
        if (name == "tr")
        {
            _labels.StartRow();
            Put(PieceKind.Row);
            EndStretch();
            _row.Clear();
            (_rowStretch, _cell) = (Stretches, Length);
        }
        else if (name == "tc")
        {
            (string cell, string? label) = _labels.StartCell();
            MoveTo(new Locator("body", Line: _line, Cell: cell), label);
            _cell = Length;
            Put(PieceKind.Cell);
        }
    }

    private void End(string name)
    {
        if (name == "tr" && _depth == _hiddenRow) _hiddenRow = 0;
        switch (name)
        {
            case "p":
                _pieces.Add(new Piece(PieceKind.Paragraph, _start, Length));
                Add("\n");
                _line++;
                _start = Length;
                break;
            case "tc" when _depth == 1:
                _labels?.EndCell();
                EndStretch();
                _row.Add(Built(_cell, Length).Trim());
                Put(PieceKind.EndCell);
                break;
            case "tr" when _depth == 1:
                _labels?.EndRow();
                // Two columns are a form as often as a table.
                if (_rows++ == 0 && _row.Count > 2 && HeaderRow.IsLikely(_row)) MakeNames(_rowStretch, Stretches);
                Put(PieceKind.EndRow);
                break;
            case "tbl" when --_depth == 0:
                Put(PieceKind.EndTable);
                MoveTo(new Locator("body", Line: _line), null);
                break;
        }
    }

    private void AddText(string text)
    {
        if (_isHidden)
        {
            if (text.Length > 0) _left.Add("hidden");
            return;
        }
        Add(text);
        if (_depth > 0) _labels?.Add(text);
    }

    private void Put(PieceKind kind) => _pieces.Add(new Piece(kind, Length, Length));

    private void Write(XmlWriter writer, IReadOnlyList<ExtractEdit> edits)
    {
        writer.WriteStartElement("w", "document", Word);
        writer.WriteStartElement("body", Word);
        bool isFilled = true;
        for (int index = 0; index < _pieces.Count; index++)
        {
            Piece piece = _pieces[index];
            switch (piece.Kind)
            {
                case PieceKind.Paragraph when !_dropped.Contains(index):
                    WriteParagraph(writer, Marked(piece.Start, piece.End, edits));
                    isFilled = true;
                    break;
                case PieceKind.Paragraph:
                    break;
                case PieceKind.Table:
                    WriteTable(writer);
                    break;
                case PieceKind.Row or PieceKind.Cell:
                    writer.WriteStartElement(piece.Kind == PieceKind.Row ? "tr" : "tc", Word);
                    isFilled = false;
                    break;
                case PieceKind.EndCell:
                    // A cell has a paragraph at least (17.4.65).
                    if (!isFilled) WriteParagraph(writer, "");
                    writer.WriteEndElement();
                    break;
                default:
                    writer.WriteEndElement();
                    break;
            }
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteTable(XmlWriter writer)
    {
        writer.WriteStartElement("tbl", Word);
        writer.WriteStartElement("tblPr", Word);
        writer.WriteStartElement("tblBorders", Word);
        foreach (string side in (ReadOnlySpan<string>)["top", "left", "bottom", "right", "insideH", "insideV"])
        {
            writer.WriteStartElement(side, Word);
            writer.WriteAttributeString("val", Word, "single");
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteParagraph(XmlWriter writer, string text)
    {
        writer.WriteStartElement("p", Word);
        writer.WriteStartElement("r", Word);
        while (text.Length > 0)
        {
            int mark = text.AsSpan().IndexOfAny('\t', '\n');
            string plain = mark < 0 ? text : text[..mark];
            if (plain.Length > 0)
            {
                writer.WriteStartElement("t", Word);
                writer.WriteAttributeString("xml", "space", null, "preserve");
                writer.WriteString(plain);
                writer.WriteEndElement();
            }
            if (mark < 0) break;
            writer.WriteElementString(text[mark] == '\t' ? "tab" : "br", Word, null);
            text = text[(mark + 1)..];
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Piece(PieceKind Kind, int Start, int End);
}
