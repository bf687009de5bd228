using System.Text;

namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>Follows a content stream (ISO 32000-1, 7.8.2) as far as it shows text or images.</summary>
internal sealed class PdfContent(ReadingSession session, string part, int? page, PdfFile file, TextLayout layout, Dictionary<object, PdfFont> fonts)
{
    private const int MostForms = 32;
    private const int MostSaved = 512;
    private const int MostOperands = 1024;

    private readonly Stack<TextState> _saved = new();
    private TextState _state = new();
    private Matrix _text = Matrix.Identity, _line = Matrix.Identity;
    private int _depth;
    private int _formsLeft = session.Limits.Entries;
    private int _paths;

    /// <summary>Whether an image was shown.</summary>
    public bool HasImages { get; private set; }

    /// <summary>Whether glyphs were shown of which the file does not say what they are.</summary>
    public bool HasUnknownGlyphs { get; private set; }

    /// <summary>Whether so many shapes were drawn that they may be letters.</summary>
    public bool HasShapes => _paths > 100;

    public void Run(ReadOnlyMemory<byte> content, PdfDictionary resources)
    {
        var parser = new PdfParser(content, session.Limits.Nesting, withReferences: false);
        var operands = new List<object?>();
        while (!parser.IsAtEnd)
        {
            parser.Values = 0;
            object? next = parser.Next();
            if (next is PdfKeyword operation)
            {
                session.CancellationToken.ThrowIfCancellationRequested();
                if (operation.Text == "BI") SkipInlineImage(parser, content.Span);
                else Do(operation.Text, operands, resources);
                operands.Clear();
            }
            else if (operands.Count < MostOperands) operands.Add(next);
        }
        if (parser.WasTooDeep) session.Breach(part, BreachKind.Nesting);
    }

    private static double Number(List<object?> operands, int index) => index < operands.Count && operands[index] is double number ? number : 0;

    private void Do(string operation, List<object?> operands, PdfDictionary resources)
    {
        switch (operation)
        {
            case "q":
                if (_saved.Count < MostSaved) _saved.Push(_state);
                break;
            case "Q":
                if (_saved.TryPop(out TextState saved)) _state = saved;
                break;
            case "cm":
                _state.Drawing = Matrix.Of(operands) * _state.Drawing;
                break;
            case "BT":
                _text = _line = Matrix.Identity;
                break;
            case "Tf":
                _state.Font = Font(operands, resources);
                _state.Size = Number(operands, 1);
                break;
            case "Tc":
                _state.CharacterSpacing = Number(operands, 0);
                break;
            case "Tw":
                _state.WordSpacing = Number(operands, 0);
                break;
            case "Tz":
                _state.Scale = Number(operands, 0) / 100;
                break;
            case "TL":
                _state.Leading = Number(operands, 0);
                break;
            case "Ts":
                _state.Rise = Number(operands, 0);
                break;
            case "Td":
                NextLine(Number(operands, 0), Number(operands, 1));
                break;
            case "TD":
                _state.Leading = -Number(operands, 1);
                NextLine(Number(operands, 0), Number(operands, 1));
                break;
            case "Tm":
                _text = _line = Matrix.Of(operands);
                break;
            case "T*":
                NextLine(0, -_state.Leading);
                break;
            case "Tj":
                Show(operands);
                break;
            case "TJ":
                Show(operands is [List<object?> array, ..] ? array : operands);
                break;
            case "'":
                NextLine(0, -_state.Leading);
                Show(operands);
                break;
            case "\"":
                _state.WordSpacing = Number(operands, 0);
                _state.CharacterSpacing = Number(operands, 1);
                NextLine(0, -_state.Leading);
                Show(operands.Skip(2));
                break;
            case "Do":
                Draw(operands, resources);
                break;
            case "gs":
                if (operands is [PdfName state, ..] && file.Dictionary(file.Dictionary(resources.GetValueOrDefault("ExtGState"))?.GetValueOrDefault(state.Text)) is { } set
                    && file.List(set.GetValueOrDefault("Font")) is [var font, double size, ..])
                    (_state.Font, _state.Size) = (Font(font), size);
                break;
            case "BDC" or "DP":
                Mark(operands, resources);
                break;
            case "l" or "c" or "v" or "y" or "re":
                _paths = Math.Min(_paths + 1, 1000);
                break;
        }
    }

    private void NextLine(double x, double y) => _text = _line = new Matrix(1, 0, 0, 1, x, y) * _line;

    private void Show(IEnumerable<object?> pieces)
    {
        foreach (object? piece in pieces)
        {
            if (piece is double shift) _text = new Matrix(1, 0, 0, 1, -shift / 1000 * _state.Size * _state.Scale, 0) * _text;
            else if (piece is byte[] text) Show(text);
        }
    }

    private void Show(byte[] text)
    {
        // Without a font nothing is shown, and yet the bytes are there to be read.
        if (_state.Font is null)
        {
            HasUnknownGlyphs |= text.Length > 0;
            return;
        }
        HasUnknownGlyphs |= _state.Font.IsUnsure && text.Length > 0;
        foreach (PdfGlyph glyph in _state.Font.Glyphs(text))
        {
            HasUnknownGlyphs |= glyph.Text is null;
            double width = glyph.Width * _state.Size;
            double advance = (width + _state.CharacterSpacing + (glyph.IsSpace ? _state.WordSpacing : 0)) * _state.Scale;
            Matrix place = new Matrix(1, 0, 0, 1, 0, _state.Rise) * _text * _state.Drawing;
            Matrix end = new Matrix(1, 0, 0, 1, width * _state.Scale, _state.Rise) * _text * _state.Drawing;
            double size = Math.Abs(_state.Size) * Math.Sqrt((place.C * place.C) + (place.D * place.D));
            layout.Write(glyph.Text ?? "\uFFFD", place, end.E, end.F, size);
            _text = new Matrix(1, 0, 0, 1, advance, 0) * _text;
        }
    }

    /// <summary>What a marked stretch is said to be (14.9.3, 14.9.4): read too, whatever it shows.</summary>
    private void Mark(List<object?> operands, PdfDictionary resources)
    {
        if (operands.Count < 2) return;
        object? properties = operands[1] is PdfName name ? file.Dictionary(resources.GetValueOrDefault("Properties"))?.GetValueOrDefault(name.Text) : operands[1];
        if (file.Get(properties) is not PdfDictionary said) return;
        foreach (string key in (string[])["ActualText", "Alt", "E"])
        {
            if (file.Get(said.GetValueOrDefault(key)) is byte[] text) session.WriteAt(new Locator($"{part} > alternative text", page), key, PdfText.Of(text));
        }
    }

    private void Draw(List<object?> operands, PdfDictionary resources)
    {
        if (operands is not [PdfName name, ..] || file.Get(file.Dictionary(resources.GetValueOrDefault("XObject"))?.GetValueOrDefault(name.Text)) is not PdfStream drawn) return;
        if (drawn.Dictionary.Is("Subtype", "Image")) HasImages = true;
        else if (drawn.Dictionary.Is("Subtype", "Form")) DrawForm(drawn, resources);
    }

    /// <summary>Follows a form; one that draws itself, or draws others without end, is a breach.</summary>
    public void DrawForm(PdfStream form, PdfDictionary resources)
    {
        if (_depth == MostForms || _formsLeft-- <= 0)
        {
            session.Breach(part, _depth == MostForms ? BreachKind.Nesting : BreachKind.Entries);
            session.Unread(part, UnreadReason.Limit, page);
            return;
        }
        (TextState state, Matrix text, Matrix line) = (_state, _text, _line);
        int saved = _saved.Count;
        _depth++;
        if (file.List(form.Dictionary.GetValueOrDefault("Matrix")) is { Count: 6 } matrix) _state.Drawing = Matrix.Of(matrix) * _state.Drawing;
        using (HeldContent held = file.Decode(form))
            Run(held.Bytes, file.Dictionary(form.Dictionary.GetValueOrDefault("Resources")) ?? resources);
        _depth--;
        while (_saved.Count > saved) _saved.Pop();
        (_state, _text, _line) = (state, text, line);
    }

    private PdfFont? Font(List<object?> operands, PdfDictionary resources) =>
        operands is [PdfName name, ..] ? Font(file.Dictionary(resources.GetValueOrDefault("Font"))?.GetValueOrDefault(name.Text)) : null;

    private PdfFont? Font(object? value)
    {
        if (file.Get(value) is not PdfDictionary font) return null;
        object key = value is PdfReference reference ? reference.Number : font;
        if (fonts.TryGetValue(key, out PdfFont? known)) return known;
        var made = new PdfFont(file, font, session.Limits, session.CancellationToken);
        if (fonts.Count < session.Limits.Entries) fonts[key] = made;
        return made;
    }

    /// <summary>Passes over the dictionary and the bytes, to an EI between white space (8.9.7).</summary>
    private void SkipInlineImage(PdfParser parser, ReadOnlySpan<byte> content)
    {
        HasImages = true;
        while (!parser.IsAtEnd && parser.Next() is not PdfKeyword { Text: "ID" or "EI" })
            parser.Values = 0;
        for (int at = parser.At; ;)
        {
            int found = content[at..].IndexOf("EI"u8);
            if (found < 0)
            {
                parser.At = content.Length;
                return;
            }
            at += found + 2;
            if (at > 2 && content[at - 3] is 0 or 9 or 10 or 12 or 13 or 32 && (at == content.Length || content[at] is 0 or 9 or 10 or 12 or 13 or 32))
            {
                parser.At = at;
                return;
            }
        }
    }
}
