using System.Text;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;
using Rogatory.Core.Classification.Reading.Text;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>
/// A PDF, by the texts of its pages. As text these are the blocks that a proof is about; else a new PDF shows them, marked as an extract. Nothing
/// else of the item goes into either: no annotations, attachments, images, scripts or properties.
/// </summary>
internal sealed class PagesExtract : TextExtract
{
    private readonly PageText _pages;
    private readonly bool _asText;
    private readonly List<int> _kept = [];

    private PagesExtract(PageText pages, bool asText)
        : base(new SourceText(Encoding.UTF8.GetBytes(pages.Text), new TextForm(new UTF8Encoding(false), 0, true)), isTextOnly: asText) =>
        (_pages, _asText) = (pages, asText);

    public override string Format => _asText ? "text" : "pdf";

    public override string MediaType => _asText ? "text/plain" : "application/pdf";

    public override string Extension => _asText ? "txt" : "pdf";

    public override BlockKind? Kind => _asText ? BlockKind.Pages : null;

    public override bool IsRewritten => true;

    public override bool IsText => _asText;

    public static PagesExtract Open(byte[] item, ExtractRequest request, CancellationToken cancellationToken)
    {
        PageText pages = PageText.Read(item, cancellationToken);
        if (pages.IsEncrypted) throw ExtractRefusals.NotPossible("The item is encrypted.", "Ask for it without a password.");
        if (pages.Report.Breaches.Count > 0 || pages.Report.Unread.Any(part => part.Reason is UnreadReason.Damaged or UnreadReason.Failed or UnreadReason.Limit))
            throw ExtractRefusals.NotPossible("The PDF is damaged or goes past a limit, so that it can't be said what its pages hold.", "Ask for it once more.");
        if (pages.Report.Unread.Any(part => part.Reason == UnreadReason.Glyphs))
            throw ExtractRefusals.NotPossible("The PDF does not say what characters some of its glyphs are.", "Ask for the document that it was made of, or for a PDF with text.");
        if (pages.Text.AsSpan().IsWhiteSpace())
            throw ExtractRefusals.NotPossible("The PDF has no text: its pages are images.", "Let a person write down what of it is needed, and add that as an item.");
        return new PagesExtract(pages, request.AsText);
    }

    public override ReadOnlySpan<byte> Provable(byte[] item) => Source.Bytes.Span;

    public override void Choose(ExtractRequest request, ExtractTally tally)
    {
        foreach (ExtractSelectorKind kind in (ReadOnlySpan<ExtractSelectorKind>)[ExtractSelectorKind.Rows, ExtractSelectorKind.Columns, ExtractSelectorKind.Header, ExtractSelectorKind.Fields, ExtractSelectorKind.Lines])
        {
            if (request.Has(kind)) throw ExtractRefusals.NotThere(ExtractRequest.NameOf(kind), "pdf", "Name pages, spans or categories.");
        }
        var numbers = new NumberSet(request, ExtractSelectorKind.Pages);
        for (int page = 0; page < _pages.Ends.Count; page++)
        {
            if (numbers.Keeps(page + 1)) _kept.Add(page);
            else tally.Add("pages");
        }
        foreach (UnreadPart part in _pages.Report.Unread)
            tally.Add(part.Reason is UnreadReason.Image or UnreadReason.Scan ? "images" : "parts");
        tally.Add("parts", _pages.OtherParts);
    }

    public override IEnumerable<(int Start, int End)> Units() => _kept.Select(page => (_pages.Start(page), _pages.Ends[page])).Where(unit => unit.Item1 < unit.Item2);

    public override IEnumerable<(int Start, int End)> Locate(IEnumerable<ExtractRange> spans) => _pages.Locate(spans);

    public override void Find(DetectorPack pack, Action<int, int, Finding> found, Action<string, Finding> meant, CancellationToken cancellationToken) =>
        _pages.Find(pack, found, meant, cancellationToken);

    public override RenderedExtract Render(IReadOnlyList<ExtractEdit> edits, ExtractLimits limits)
    {
        if (!_asText) return new RenderedExtract(PdfWriter.Write(_kept.Select(page => (page + 1, ExtractForms.Marked(Text, _pages.Start(page), _pages.Ends[page], edits))), limits), []);
        using var writer = new ExtractWriter(Source, limits);
        int next = 0;
        foreach (int page in _kept)
            writer.Copy(_pages.Start(page), _pages.Ends[page] + 1, edits, ref next);
        return writer.Finish();
    }
}
