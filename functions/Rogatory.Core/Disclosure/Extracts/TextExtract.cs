using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Plain text, by lines: each ends with its line feed.</summary>
internal class TextExtract(SourceText source, bool isTextOnly) : ExtractForm
{
    private readonly List<(int Start, int End)> _kept = [];
    private ExtractParts _parts = new();

    public override string Format => "text";

    public override string MediaType => "text/plain";

    public override string Extension => "txt";

    public override BlockKind? Kind => source.HasBlocks ? BlockKind.Lines : null;

    public override string Text => source.Text;

    public override bool IsPlain => isTextOnly;

    public override ExtractParts Parts => _parts;

    protected SourceText Source => source;

    /// <summary>Makes this one of the parts of an extract.</summary>
    public void Join(ExtractParts parts) => _parts = parts;

    public override void Choose(ExtractRequest request, ExtractTally tally)
    {
        foreach (ExtractSelectorKind kind in (ReadOnlySpan<ExtractSelectorKind>)[ExtractSelectorKind.Rows, ExtractSelectorKind.Columns, ExtractSelectorKind.Header, ExtractSelectorKind.Fields, ExtractSelectorKind.Pages])
        {
            if (request.Has(kind)) throw ExtractRefusals.NotThere(ExtractRequest.NameOf(kind), Format, "Name lines, spans or categories.");
        }
        var numbers = new NumberSet(request, ExtractSelectorKind.Lines);
        long number = 0;
        for (int start = 0; start < Text.Length;)
        {
            int feed = Text.IndexOf('\n', start), end = feed < 0 ? Text.Length : feed + 1;
            if (!numbers.Keeps(++number)) tally.Add("lines");
            else if (_kept.Count > 0 && _kept[^1].End == start) _kept[^1] = (_kept[^1].Start, end);
            else _kept.Add((start, end));
            start = end;
        }
    }

    public override IEnumerable<(int Start, int End)> Units() => _kept;

    public override IEnumerable<(int Start, int End)> Locate(IEnumerable<ExtractRange> spans) =>
        spans.Where(span => span.First < Text.Length).Select(span => ((int)span.First, (int)Math.Min(span.Last, Text.Length)));

    public override void Find(DetectorPack pack, Action<int, int, Finding> found, Action<string, Finding> meant, CancellationToken cancellationToken)
    {
        var sink = new FoundText(pack, (finding, text, _, _) =>
        {
            // Offsets of findings are those of the text; what a reader adds comes after it.
            if (finding.End <= Text.Length) found((int)finding.Start, (int)finding.End, finding);
            else meant(text, finding);
        });
        using Stream content = ExtractBytes.AsStream(Source.Bytes);
        if (isTextOnly) ItemReader.ReadAsText(content, sink, new ReadingLimits(), cancellationToken);
        else ItemReader.Read(content, sink, new ReadingLimits(), cancellationToken);
        sink.Complete();
    }

    public override RenderedExtract Render(IReadOnlyList<ExtractEdit> edits, ExtractLimits limits)
    {
        using var writer = new ExtractWriter(source, limits);
        int next = 0;
        foreach ((int start, int end) in _kept)
            writer.Copy(start, end, edits, ref next);
        return writer.Finish();
    }
}
