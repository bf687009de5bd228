using System.Text;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading.Text;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The text that a page of HTML shows, or the text of the elements of XML, as plain text by lines: no attributes, scripts and comments.</summary>
internal sealed class MarkupExtract : TextExtract
{
    private readonly PageText _text;

    private MarkupExtract(PageText text)
        : base(new SourceText(Encoding.UTF8.GetBytes(text.Text[..^1]), new TextForm(new UTF8Encoding(false), 0, true)), isTextOnly: true) =>
        _text = text;

    public override BlockKind? Kind => null;

    public override bool IsRewritten => true;

    public static MarkupExtract Open(byte[] item, string format, CancellationToken cancellationToken)
    {
        PageText text = PageText.Read(item, format, cancellationToken);
        if (text.Report.Unread.Count > 0 || text.Report.Breaches.Count > 0) throw ExtractRefusals.NotPossible("Not all of the item's text can be read.", "Ask for it as PDF.");
        return text.Text.AsSpan().IsWhiteSpace() ? throw ExtractRefusals.Empty() : new MarkupExtract(text);
    }

    public override IEnumerable<(int Start, int End)> Locate(IEnumerable<ExtractRange> spans) => _text.Locate(spans);

    public override void Find(DetectorPack pack, Action<int, int, Finding> found, Action<string, Finding> meant, CancellationToken cancellationToken) =>
        _text.Find(pack, found, meant, cancellationToken);
}
