using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Rogatory.Core.Classification.Reading.Archive;
using Rogatory.Core.Classification.Reading.Markup;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading.Office;

/// <summary>
/// An Office document (ISO/IEC 29500): every part of it, by the first element in it and not by its name. What is not text of its own
/// kind is read as any XML is, and what is no XML by its content, so that nothing in the package is passed over.
/// </summary>
internal sealed partial class OfficeReader(ReadingSession session, PartContent document, Archive.ZipArchive archive, string format)
{
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>Parts that say how a document looks. Text in them is read; the values of their attributes are settings.</summary>
    private static readonly HashSet<string> Settings =
    [
        "Types", "styles", "styleSheet", "theme", "fonts", "webSettings", "numbering", "tblStyleLst", "viewPr", "presentationPr", "calcChain", "settings", "presentation",
        "clrMapOvr", "sldMasterIdLst", "themeOverride", "people", "colorStyle", "chartStyle",
    ];

    private readonly Dictionary<string, Relationships> _relationships = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What kind of Office document the archive is, or nothing.</summary>
    public static string? FormatOf(Archive.ZipArchive archive)
    {
        if (!archive.Entries.Any(entry => entry.Name.Equals(ContentTypes, StringComparison.OrdinalIgnoreCase))) return null;
        foreach ((string folder, string format) in (ReadOnlySpan<(string, string)>)[("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")])
        {
            if (archive.Entries.Any(entry => entry.Name.TrimStart('/').StartsWith(folder, StringComparison.OrdinalIgnoreCase))) return format;
        }
        return null;
    }

    public void Read()
    {
        session.WriteAt(new Locator(document.Inside("archive comment")), label: null, archive.Comment);
        List<OfficePart> parts = [.. archive.Entries.Where(entry => !entry.IsFolder).Select(Look)];
        foreach (OfficePart part in parts.Where(part => part.Root == "Relationships"))
            ReadPart(part, () => ReadRelationships(part));
        if (format == "xlsx") ReadWorkbook(parts);
        Dictionary<string, int> slides = Slides(parts);
        foreach (OfficePart part in parts.OrderBy(part => slides.GetValueOrDefault(part.Entry.Name)))
            ReadPart(part, () => Read(part, slides));
    }

    private void ReadPart(OfficePart part, Action read)
    {
        string inside = document.Inside(PartName.Of(part.Entry.Name));
        try
        {
            read();
        }
        catch (UnreadableException unreadable)
        {
            session.Unread(inside, unreadable.Reason);
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException && !session.IsCallersFailure)
        {
            session.Unread(inside, UnreadReason.Damaged);
        }
    }

    private void Read(OfficePart part, Dictionary<string, int> slides)
    {
        switch (part.Root)
        {
            case "Relationships" or "worksheet" or "sst" or "workbook" when part.Root == "Relationships" || format == "xlsx":
                return;
            case "comments" when format == "xlsx":
                session.Enter(part.Entry.Name);
                Scan(part, new ParagraphReader(session, document.Inside(part.Stem), page: null));
                return;
            case "document" or "hdr" or "ftr" or "footnotes" or "endnotes" or "comments" or "glossaryDocument" when format == "docx":
                session.Enter(part.Entry.Name);
                string name = part.Root == "document" ? "body" : part.Stem;
                Scan(part, new ParagraphReader(session, document.Inside(name), page: null));
                return;
            case "sld" or "notes" or "sldLayout" or "sldMaster" or "notesMaster" or "handoutMaster" or "wsDr" or "dataModel" or "drawing" or "xml":
                session.Enter(part.Entry.Name);
                ReadSlide(part, slides);
                return;
            case null:
                string inside = document.Inside(PartName.Of(part.Entry.Name));
                ItemReader.Read(session, new PartContent(inside, document.Depth + 1, () => archive.Open(part.Entry, inside), CanReopen: true));
                return;
            case "Properties" or "coreProperties":
                session.Enter(part.Entry.Name);
                Scan(part, new PropertyReader(session, document.Inside("properties")));
                return;
            default:
                session.Enter(part.Entry.Name);
                using (Stream stream = archive.Open(part.Entry, document.Inside(part.Stem)))
                    XmlReader.Read(session, document.Inside(part.Stem), Decoded(stream), Settings.Contains(part.Root!));
                return;
        }
    }

    private void ReadRelationships(OfficePart part)
    {
        session.Enter(part.Entry.Name);
        var relationships = new Relationships();
        Scan(part, relationships);
        // xl/_rels/workbook.xml.rels is xl/workbook.xml's.
        string owner = part.Entry.Name.Replace("_rels/", "", StringComparison.OrdinalIgnoreCase);
        _relationships[owner.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) ? owner[..^5] : owner] = relationships;
        foreach (string address in relationships.Outside)
            session.WriteAt(new Locator(document.Inside("links")), "link", address);
    }

    private void ReadSlide(OfficePart part, Dictionary<string, int> slides)
    {
        string slide = part.Entry.Name;
        if (part.Root == "notes" && _relationships.GetValueOrDefault(slide) is { } pointers)
            slide = pointers.Parts.Values.Select(target => Resolve(slide, target)).FirstOrDefault(slides.ContainsKey) ?? slide;
        int? page = slides.TryGetValue(slide, out int number) ? number : null;
        bool isHidden = HiddenSlide().IsMatch(part.Start);
        string name = part.Root switch
        {
            "sld" => isHidden ? "hidden slide" : "slide",
            "notes" => "speaker notes",
            "wsDr" or "xml" => "drawing",
            _ => part.Stem,
        };
        Scan(part, new ParagraphReader(session, document.Inside(name), page));
    }

    /// <summary>The number of each slide, as the presentation orders them.</summary>
    private Dictionary<string, int> Slides(List<OfficePart> parts)
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        if (parts.Find(part => part.Root == "presentation") is { } presentation)
        {
            var order = new ReferenceList("sldId");
            ReadPart(presentation, () => Scan(presentation, order));
            foreach (string id in order.Ids)
            {
                if (_relationships.GetValueOrDefault(presentation.Entry.Name)?.Parts.GetValueOrDefault(id) is { } target)
                    numbers.TryAdd(Resolve(presentation.Entry.Name, target), numbers.Count + 1);
            }
        }
        foreach (OfficePart slide in parts.Where(part => part.Root == "sld"))
            numbers.TryAdd(slide.Entry.Name, numbers.Count + 1);
        return numbers;
    }

    private void ReadWorkbook(List<OfficePart> parts)
    {
        var workbook = new WorkbookReader(session, document.Inside("workbook"));
        var styles = new CellStyles();
        Relationships? pointers = null;
        foreach (OfficePart part in parts.Where(part => part.Root == "workbook"))
        {
            session.Enter(part.Entry.Name);
            ReadPart(part, () => Scan(part, workbook));
            pointers ??= _relationships.GetValueOrDefault(part.Entry.Name);
        }
        foreach (OfficePart part in parts.Where(part => part.Root == "styleSheet"))
            ReadPart(part, () => Scan(part, styles));
        using var strings = new SharedStrings(session, document.Inside("shared strings"));
        foreach (OfficePart part in parts.Where(part => part.Root == "sst"))
        {
            session.Enter(part.Entry.Name);
            ReadPart(part, () => Scan(part, strings));
        }
        foreach (OfficePart part in parts.Where(part => part.Root == "worksheet"))
        {
            session.Enter(part.Entry.Name);
            string name = workbook.Sheets.FirstOrDefault(sheet =>
                pointers?.Parts.GetValueOrDefault(sheet.Id) is { } target && part.Entry.Name.Equals(Resolve("xl/workbook.xml", target), StringComparison.OrdinalIgnoreCase)).Name ?? part.Stem;
            ReadPart(part, () => Scan(part, new SheetReader(session, document.Inside(PartName.Of(name)), strings, styles, workbook.IsFrom1904)));
        }
        strings.WriteUnused();
    }

    private void Scan(OfficePart part, MarkupHandler handler)
    {
        using Stream stream = archive.Open(part.Entry, document.Inside(part.Stem));
        new MarkupScanner(new CharacterWindow(Decoded(stream)), handler, isHtml: false, session.CancellationToken).Run();
    }

    private static DecodedText Decoded(Stream stream)
    {
        byte[] first = ContentSample.Take(stream, ContentSample.Size);
        TextForm form = ContentSample.Of(first, first.Length < ContentSample.Size, charset: null).Form ?? new TextForm(System.Text.Encoding.UTF8, 0, false);
        var whole = new SampledStream(first, stream);
        whole.Skip(form.Preamble);
        return new DecodedText(whole, form.Encoding, first.Length);
    }

    /// <summary>Looks at the beginning of a part, which is no XML if it can't be opened.</summary>
    private OfficePart Look(ZipEntry entry)
    {
        try
        {
            using Stream stream = archive.Open(entry, document.Inside(PartName.Of(entry.Name)));
            byte[] first = ContentSample.Take(stream, 2048);
            ContentSample sample = ContentSample.Of(first, first.Length < 2048, charset: null);
            if (sample.Kind != ContentKind.Xml) return new OfficePart(entry, null, "");
            string start = sample.Form!.Encoding.GetString(first);
            Match root = Root().Match(start);
            return new OfficePart(entry, root.Success ? root.Groups["name"].Value : null, start);
        }
        catch (Exception damage) when (damage is UnreadableException or InvalidDataException or EndOfStreamException && !session.IsCallersFailure)
        {
            return new OfficePart(entry, null, "");
        }
    }

    /// <summary>The name of the part that a relationship of another leads to.</summary>
    private static string Resolve(string from, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var path = new List<string>(from.Split('/').SkipLast(1));
        foreach (string step in target.Split('/'))
        {
            if (step != "..") path.Add(step);
            else if (path.Count > 0) path.RemoveAt(path.Count - 1);
        }
        return string.Join('/', path);
    }

    [GeneratedRegex(@"<(?:[\w.-]+:)?(?<name>[\p{L}_][\w.-]*)[\s>/]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Root();

    [GeneratedRegex(@"<(?:\w+:)?sld\s[^>]*\bshow\s*=\s*[""'](0|false)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex HiddenSlide();
}
