using System.Globalization;

namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>
/// PDF (ISO 32000-1): the text of each page, of annotations and form fields, of bookmarks, properties and scripts, attachments with the same
/// readers, and what an update replaced. What a page shows as an image is unread, and so is an encrypted file.
/// </summary>
/// <remarks>
/// PDFsharp is not used for it: its content reader follows nested arrays by recursion, so that a file of some megabytes of brackets ends the
/// process, and its licence is AGPL-3.0.
/// </remarks>
internal sealed class PdfReader
{
    private readonly ReadingSession _session;
    private readonly PartContent _part;
    private readonly string _name;
    private readonly PdfFile _file;
    private readonly Dictionary<object, PdfFont> _fonts = [];
    private readonly Dictionary<int, (int Page, string Part)> _annotations = [];
    private readonly Dictionary<int, List<PdfPlace>> _superseded = [];
    private int _pages;

    private PdfReader(ReadingSession session, PartContent part, PdfFile file)
    {
        _session = session;
        _part = part;
        _name = part.Self("pdf");
        _file = file;
        foreach ((int number, PdfPlace place) in file.Superseded)
        {
            if (!_superseded.TryGetValue(number, out List<PdfPlace>? places)) _superseded[number] = places = [];
            places.Add(place);
        }
    }

    public static void Read(ReadingSession session, PartContent part, SampledStream stream)
    {
        string name = part.Self("pdf");
        using HeldContent held = HeldContent.Load(session, name, stream, stream.Seekable?.Length + 1 ?? 0);
        using var file = new PdfFile(session, name, held.Array, held.Length);
        if (file.Trailer.ContainsKey("Encrypt")) throw new UnreadableException(UnreadReason.Encrypted);
        session.Read(name, "pdf");
        var reader = new PdfReader(session, part, file);
        reader.ReadPages();
        new PdfSweep(session, part, file, reader._annotations).Read();
        reader.ReadSuperseded();
        if (file.IsDamaged || reader._pages == 0) session.Unread(name, UnreadReason.Damaged);
    }

    private void ReadPages()
    {
        var seen = new HashSet<object>();
        var root = _file.Get(_file.Trailer.GetValueOrDefault("Root")) as PdfDictionary ?? [];
        var waiting = new Stack<(object? Node, PdfDictionary Resources)>([(root.GetValueOrDefault("Pages"), [])]);
        while (waiting.TryPop(out (object? Node, PdfDictionary Resources) next))
        {
            if (_file.Get(next.Node) is not PdfDictionary node || !seen.Add(next.Node is PdfReference reference ? reference.Number : node)) continue;
            if (next.Node is PdfReference { Number: var own }) _annotations.TryAdd(own, (_pages + 1, "page"));
            PdfDictionary resources = _file.Dictionary(node.GetValueOrDefault("Resources")) ?? next.Resources;
            if (node.ContainsKey("Kids"))
            {
                foreach (object? kid in Enumerable.Reverse(_file.List(node.GetValueOrDefault("Kids"))))
                    waiting.Push((kid, resources));
            }
            else ReadPage(node, resources, ++_pages, "page");
        }
        // A page that was taken out of the tree is not shown, and still there.
        foreach (int number in _file.Numbers)
        {
            if (!seen.Contains(number) && _file.Get(new PdfReference(number)) is PdfDictionary page && page.Is("Type", "Page"))
                ReadPage(page, _file.Dictionary(page.GetValueOrDefault("Resources")) ?? [], ++_pages, "page not shown");
        }
    }

    private void ReadPage(PdfDictionary page, PdfDictionary resources, int number, string kind)
    {
        string part = _part.Inside(kind);
        _session.Enter(part);
        // A page on which nothing stands is a page all the same.
        _session.MoveTo(new Locator(part, number), label: null);
        var layout = new TextLayout(new TextFlow(_session, part, number));
        var content = new PdfContent(_session, part, number, _file, layout, _fonts);
        List<object?> streams = page.GetValueOrDefault("Contents") is { } contents ? Streams(contents) : [];
        Guard(part, number, () =>
        {
            using var joined = new MemoryStream();
            try
            {
                foreach (object? one in streams)
                    Append(one, joined, part, number);
                content.Run(joined.GetBuffer().AsMemory(0, (int)joined.Length), resources);
            }
            finally
            {
                _session.LetGo(joined.Length);
            }
        });
        foreach (object? annotation in _file.List(page.GetValueOrDefault("Annots")))
        {
            if (annotation is PdfReference { Number: var own }) _annotations.TryAdd(own, (number, part));
            Guard(part, number, () => ReadAppearance(content, annotation, resources));
        }
        if (content.HasUnknownGlyphs) _session.Unread(part, UnreadReason.Glyphs, number);
        if (layout.Length == 0 && (content.HasImages || content.HasShapes)) _session.Unread(part, UnreadReason.Scan, number);
        else if (content.HasImages) _session.Unread(part, UnreadReason.Image, number);
        foreach (object? one in streams)
        {
            if (one is PdfReference { Number: var replaced } && _superseded.Remove(replaced, out List<PdfPlace>? places)) ReadEarlier(replaced, places, resources, number);
        }
    }

    /// <summary>The references of a page's content, which is a stream or an array of them.</summary>
    private List<object?> Streams(object contents) => _file.Get(contents) is List<object?> list ? list : [contents];

    private void Append(object? stream, MemoryStream joined, string part, int number)
    {
        if (_file.Get(stream) is not PdfStream content) return;
        Guard(part, number, () =>
        {
            using HeldContent held = _file.Decode(content);
            if (!_session.TryHold(held.Length + 1, part)) throw new UnreadableException(UnreadReason.Limit);
            joined.Write(held.Bytes.Span);
            // Streams of a page are split between any two tokens.
            joined.WriteByte((byte)'\n');
        });
    }

    /// <summary>What an annotation looks like, where it holds no words of its own that say the same.</summary>
    private void ReadAppearance(PdfContent content, object? value, PdfDictionary resources)
    {
        if (_file.Get(value) is not PdfDictionary annotation || annotation.ContainsKey("Contents") || annotation.ContainsKey("V")) return;
        if (_file.Get(annotation.GetValueOrDefault("Parent")) is PdfDictionary parent && parent.ContainsKey("V")) return;
        object? normal = _file.Get(_file.Dictionary(annotation.GetValueOrDefault("AP"))?.GetValueOrDefault("N"));
        IEnumerable<object?> looks = normal is PdfDictionary states ? states.Values : [normal];
        foreach (object? look in looks)
        {
            if (_file.Get(look) is PdfStream form) content.DrawForm(form, resources);
        }
    }

    /// <summary>Reads what a page showed before an update, as far as it can be told which page's it was.</summary>
    private void ReadEarlier(int number, List<PdfPlace> places, PdfDictionary resources, int page)
    {
        string part = _part.Inside("earlier page");
        var layout = new TextLayout(new TextFlow(_session, part, page));
        var content = new PdfContent(_session, part, page, _file, layout, _fonts);
        foreach (PdfPlace place in places)
        {
            Guard(part, page, () =>
            {
                if (_file.Read(number, place) is not PdfStream stream) return;
                using HeldContent held = _file.Decode(stream);
                content.Run(held.Bytes, resources);
                layout.EndLine();
            });
        }
        if (content.HasUnknownGlyphs) _session.Unread(part, UnreadReason.Glyphs, page);
    }

    private void ReadSuperseded()
    {
        foreach ((int number, List<PdfPlace> places) in _superseded)
        {
            foreach (PdfPlace place in places)
            {
                Guard(_name, null, () =>
                {
                    object? value = _file.Read(number, place);
                    if (value is PdfDictionary) new PdfSweep(_session, _part, _file, _annotations).ReadEarlier(value);
                    else if (value is PdfStream { Dictionary: var stream } && !stream.ContainsKey("Type") && !stream.Is("Subtype", "Image"))
                        _session.Unread(_part.Inside(string.Create(CultureInfo.InvariantCulture, $"object {number}")), UnreadReason.Superseded);
                });
            }
        }
    }

    /// <summary>Keeps what can't be read of one thing from ending the reading of the others.</summary>
    private void Guard(string part, int? page, Action read)
    {
        try
        {
            read();
        }
        catch (UnreadableException unreadable)
        {
            _session.Unread(part, unreadable.Reason, page);
        }
        catch (InvalidDataException) when (!_session.IsCallersFailure)
        {
            _session.Unread(part, UnreadReason.Damaged, page);
        }
    }
}
