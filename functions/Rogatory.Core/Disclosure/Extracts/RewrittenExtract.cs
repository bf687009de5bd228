using System.Runtime.InteropServices;
using System.Text;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>An item of which the text that shows is taken out, and put into a new file of the same format: whatever else is in it does not come along.</summary>
internal abstract class RewrittenExtract : ExtractForm
{
    private readonly StringBuilder _building = new();
    private readonly List<Stretch> _stretches = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly ReadOnlyMemory<byte> _item;
    private string? _text;

    protected RewrittenExtract(ReadOnlyMemory<byte> item, CancellationToken cancellationToken)
    {
        _item = item;
        CancellationToken = cancellationToken;
    }

    public override string Text => _text ??= _building.ToString();

    public override bool IsRewritten => true;

    public override bool IsText => false;

    /// <summary>How much text was taken out so far.</summary>
    protected int Length => _building.Length;

    protected CancellationToken CancellationToken { get; }

    /// <summary>Refuses what can't be read in full; of what is in it, images and files may be unread, for they don't come along.</summary>
    public static void CheckReadable(ReadOnlyMemory<byte> item, string format, CancellationToken cancellationToken)
    {
        using Stream content = ExtractBytes.AsStream(item);
        ReadingReport report = ItemReader.Read(content, new NoText(), new ReadingLimits(), cancellationToken);
        if (report.Unread.Any(part => part.Reason == UnreadReason.Encrypted && part.Part == report.Format))
            throw ExtractRefusals.NotPossible("The item is encrypted.", "Ask for it without a password.");
        if (report.Format != format || report.Breaches.Count > 0 || report.Unread.Any(part => part.Reason is UnreadReason.Damaged or UnreadReason.Failed or UnreadReason.Limit or UnreadReason.Charset))
            throw ExtractRefusals.NotPossible("The item is damaged, in an encoding that is not known, or goes past a limit, so that it can't be said what it holds.", "Ask for it once more, or as PDF.");
    }

    public override IEnumerable<(int Start, int End)> Locate(IEnumerable<ExtractRange> spans)
    {
        List<ExtractRange> wanted = [.. spans];
        if (wanted.Count == 0) return [];
        var all = new AllText();
        using Stream content = ExtractBytes.AsStream(_item);
        ItemReader.Read(content, all, new ReadingLimits(), CancellationToken);
        var found = new List<(int Start, int End)>();
        string? folded = null;
        List<RemovedValue> values = [.. wanted.Select(span => RemovedValue.Of(all.Slice(span.First, span.Last), ExtractMarks.Removed, everywhere: true)).OfType<RemovedValue>().Distinct()];
        while (values.Count > 0)
        {
            // Of very long ones that begin alike each is looked for by itself.
            RemovedValue[] apart = [.. values.DistinctBy(value => value.Folded)];
            HashSet<RemovedValue> missing = [.. apart];
            var matcher = new ValueMatcher(new ValueTree(apart, int.MaxValue), (value, start, end) =>
            {
                missing.Remove(value);
                found.Add(((int)start, (int)end));
            });
            foreach (Stretch stretch in _stretches)
            {
                CancellationToken.ThrowIfCancellationRequested();
                Scan(stretch.Start, stretch.End, matcher);
                matcher.Break();
            }
            if (missing.Any(value => (folded ??= FoldedText.Of(Text)).Contains(value.Folded, StringComparison.Ordinal)))
                throw ExtractRefusals.NotPossible("A span begins or ends within a word, or goes over several cells, which can't be followed in this format.", "Name whole words, each cell's by itself.");
            values = [.. values.Except(apart)];
        }
        return found;
    }

    public override void Find(DetectorPack pack, Action<int, int, Finding> found, Action<string, Finding> meant, CancellationToken cancellationToken)
    {
        var starts = new List<long>(_stretches.Count);
        long written = 0;
        var classifier = new Classifier(pack, finding =>
        {
            int index = starts.BinarySearch(finding.Start);
            index = index < 0 ? ~index - 1 : index;
            int shift = _stretches[index].Start - (int)starts[index];
            found((int)finding.Start + shift, (int)finding.End + shift, finding);
        });
        foreach (Stretch stretch in _stretches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            starts.Add(written);
            classifier.MoveTo(stretch.Place, stretch.Label);
            classifier.Write(Text.AsSpan(stretch.Start, stretch.End - stretch.Start));
            written += stretch.End - stretch.Start;
        }
        classifier.Complete();
    }

    /// <summary>What follows stands at this place.</summary>
    protected void MoveTo(Locator place, string? label)
    {
        EndStretch();
        _stretches.Add(new Stretch(_building.Length, _building.Length, place, label));
    }

    /// <summary>How many stretches there are.</summary>
    protected int Stretches => _stretches.Count;

    public override bool IsName(string text) => _names.Contains(text.Trim());

    /// <summary>The stretches between these are a table's row of names: none names another.</summary>
    protected void MakeNames(int from, int to)
    {
        for (int index = from; index < to; index++)
        {
            _stretches[index] = _stretches[index] with { Label = null };
            _names.Add(Built(_stretches[index].Start, _stretches[index].End).Trim());
        }
    }

    protected void Add(ReadOnlySpan<char> text) => _building.Append(text);

    /// <summary>What follows belongs to no place until the next.</summary>
    protected void EndStretch()
    {
        if (_stretches.Count == 0 || _stretches[^1].End > _stretches[^1].Start) return;
        _stretches[^1] = _stretches[^1] with { End = _building.Length };
        if (_stretches[^1].Start == _building.Length) _stretches.RemoveAt(_stretches.Count - 1);
    }

    /// <summary>A stretch of what was taken out so far.</summary>
    protected string Built(int start, int end) => _building.ToString(start, end - start);

    /// <summary>A stretch with the marks in it.</summary>
    protected string Marked(int start, int end, IReadOnlyList<ExtractEdit> edits) => ExtractForms.Marked(Text, start, end, edits);

    protected static void RefuseSelectors(ExtractRequest request, string format, string cure, params ReadOnlySpan<ExtractSelectorKind> kinds)
    {
        foreach (ExtractSelectorKind kind in kinds)
        {
            if (request.Has(kind)) throw ExtractRefusals.NotThere(ExtractRequest.NameOf(kind), format, cure);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Stretch(int Start, int End, Locator Place, string? Label);

    private sealed class AllText : ITextSink
    {
        private readonly StringBuilder _text = new();

        public void MoveTo(Locator place, string? label)
        {
        }

        public void Write(ReadOnlySpan<char> text) => _text.Append(text);

        public string Slice(long start, long end) => start >= _text.Length ? "" : _text.ToString((int)start, (int)(Math.Min(end, _text.Length) - start));
    }
}
