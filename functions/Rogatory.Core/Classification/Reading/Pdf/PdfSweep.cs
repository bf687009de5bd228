using System.Globalization;
using System.Text;
using Rogatory.Core.Classification.Reading.Markup;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>
/// Goes through all objects of a PDF, whether anything leads to them or not, for the text in them besides pages: properties, annotations,
/// form fields, bookmarks, alternative texts, links, scripts; metadata and form data as XML; attachments.
/// </summary>
internal sealed class PdfSweep(ReadingSession session, PartContent part, PdfFile file, Dictionary<int, (int Page, string Part)> annotations)
{
    private const int MostLevels = 16;

    /// <summary>Entries whose strings are words of people, or lead to a place.</summary>
    private static readonly HashSet<string> Words =
    [
        "Contents", "T", "TU", "V", "DV", "RC", "Alt", "ActualText", "E", "Title", "Subject", "Author", "Keywords", "Creator", "Producer", "Subj", "JS", "URI", "F", "UF", "Desc",
        "Opt", "CA", "AC", "P", "Name", "Reason", "Location", "ContactInfo", "Dest", "Text",
    ];

    private readonly Dictionary<int, string> _files = [];
    private readonly HashSet<int> _forms = [];
    private bool _isEarlier;

    public void Read()
    {
        int? properties = (file.Trailer.GetValueOrDefault("Info") as PdfReference)?.Number;
        foreach (int number in file.Numbers)
        {
            object? value = file.Get(new PdfReference(number));
            int? page = annotations.TryGetValue(number, out (int Page, string Part) where) ? where.Page : null;
            Walk(value, page, number == properties, 0);
        }
        if (file.Trailer.GetValueOrDefault("Info") is PdfDictionary own) Walk(own, null, isProperties: true, 0);
        foreach (int number in file.Numbers)
        {
            if (file.Get(new PdfReference(number)) is PdfStream stream) ReadStream(number, stream);
        }
    }

    /// <summary>Reads an object that no longer counts.</summary>
    public void ReadEarlier(object value)
    {
        _isEarlier = true;
        Walk(value, page: null, isProperties: false, 0);
    }

    private void Walk(object? value, int? page, bool isProperties, int level)
    {
        session.CancellationToken.ThrowIfCancellationRequested();
        if (level == MostLevels) return;
        PdfDictionary? dictionary = value switch { PdfDictionary one => one, PdfStream stream => stream.Dictionary, _ => null };
        if (value is List<object?> list)
        {
            foreach (object? one in list)
                Walk(one, page, isProperties: false, level + 1);
        }
        if (dictionary is null) return;
        bool isSignature = dictionary.ContainsKey("ByteRange");
        string kind = isProperties ? "properties" : Kind(dictionary);
        Note(dictionary);
        foreach ((string key, object? entry) in dictionary)
        {
            if (entry is PdfReference) ReadReferred(kind, key, entry, dictionary, page);
            else if (isProperties || Words.Contains(key))
            {
                // A signature's contents are no text.
                if (!isSignature || key != "Contents") Write(kind, key, entry, dictionary, page);
            }
            if (entry is PdfDictionary or List<object?>) Walk(entry, page, isProperties: false, level + 1);
        }
    }

    private static string Kind(PdfDictionary one) =>
        one.ContainsKey("FT") || (one.ContainsKey("T") && (one.ContainsKey("V") || one.ContainsKey("Kids"))) ? "form field"
        : one.ContainsKey("Subtype") && one.ContainsKey("Rect") ? "annotation"
        : one.ContainsKey("URI") ? "link"
        : one.ContainsKey("JS") ? "script"
        : one.ContainsKey("EF") || one.Is("Type", "Filespec") ? "file names"
        : one.ContainsKey("Title") && (one.ContainsKey("Parent") || one.ContainsKey("Dest") || one.ContainsKey("A")) ? "bookmarks"
        : one.ContainsKey("Alt") || one.ContainsKey("ActualText") ? "alternative text"
        : "properties";

    /// <summary>A string that stands as an object of its own is read where it is referred to.</summary>
    private void ReadReferred(string kind, string key, object reference, PdfDictionary owner, int? page)
    {
        if (!Words.Contains(key)) return;
        object? value = file.Get(reference);
        if (value is byte[] or List<object?>) Write(kind, key, value, owner, page);
        else if (value is PdfStream stream && key is "JS" or "RC" or "V" or "Contents" && kind is "script" or "annotation" or "form field")
            Held(stream, held => Write(kind, key, held.Bytes.ToArray(), owner, page));
    }

    private void Write(string kind, string key, object? value, PdfDictionary owner, int? page)
    {
        switch (value)
        {
            case byte[] text:
                session.WriteAt(new Locator(part.Inside(_isEarlier ? $"earlier {kind}" : kind), page), key is "V" or "DV" ? Label(owner) ?? key : key == "T" ? kind == "form field" ? "field" : "author" : key, PdfText.Of(text));
                break;
            case List<object?> list when key is "Opt" or "V" or "DV":
                foreach (object? one in list)
                {
                    if (file.Get(one) is byte[] or List<object?> { Count: <= 2 }) Write(kind, key, file.Get(one) is List<object?> pair ? pair.OfType<byte[]>().LastOrDefault() : file.Get(one), owner, page);
                }
                break;
        }
    }

    /// <summary>The name of a form's field, which it may have from the field around it.</summary>
    private string? Label(PdfDictionary field)
    {
        object? name = file.Get(field.GetValueOrDefault("T")) ?? file.Get(file.Dictionary(field.GetValueOrDefault("Parent"))?.GetValueOrDefault("T"));
        return name is byte[] text ? HeaderRow.Label(PdfText.Of(text)) : null;
    }

    private void Note(PdfDictionary one)
    {
        if (file.Dictionary(one.GetValueOrDefault("EF")) is { } files)
        {
            string name = (file.Get(one.GetValueOrDefault("UF")) ?? file.Get(one.GetValueOrDefault("F"))) is byte[] text ? PdfText.Of(text) : "";
            foreach (object? embedded in files.Values)
            {
                if (embedded is PdfReference { Number: var number }) _files.TryAdd(number, name);
            }
        }
        foreach (object? form in file.List(one.GetValueOrDefault("XFA") is { } xfa ? new List<object?> { xfa } : null))
            NoteForm(form);
    }

    private void NoteForm(object? form)
    {
        if (form is PdfReference { Number: var number } && file.Get(form) is PdfStream) _forms.Add(number);
        foreach (object? one in file.Get(form) as List<object?> ?? [])
        {
            if (one is PdfReference { Number: var own }) _forms.Add(own);
        }
    }

    private void ReadStream(int number, PdfStream stream)
    {
        if (_files.TryGetValue(number, out string? name) || stream.Dictionary.Is("Type", "EmbeddedFile"))
        {
            string inside = part.Inside(string.IsNullOrEmpty(name) ? string.Create(CultureInfo.InvariantCulture, $"attachment {number}") : PartName.Of(name));
            ItemReader.Read(session, new PartContent(inside, part.Depth + 1, () => PdfFilters.Open(session, inside, file, stream), CanReopen: true));
            return;
        }
        string? kind = stream.Dictionary.Is("Type", "Metadata") ? "metadata" : _forms.Contains(number) ? "form data" : null;
        if (kind is null) return;
        session.Enter(part.Inside(kind));
        Held(stream, held =>
        {
            TextForm form = TextForm.Find(held.Bytes.Span, isWhole: true) ?? new TextForm(Encoding.UTF8, 0, false);
            using Stream bytes = held.AsStream();
            bytes.Position = form.Preamble;
            XmlReader.Read(session, part.Inside(kind), new DecodedText(bytes, form.Encoding));
        });
    }

    private void Held(PdfStream stream, Action<HeldContent> read)
    {
        try
        {
            using HeldContent held = file.Decode(stream);
            read(held);
        }
        catch (UnreadableException unreadable)
        {
            session.Unread(part.Self("pdf"), unreadable.Reason);
        }
    }
}
