using System.Text;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The text of each page of a PDF, as the reader reads it: without form feeds, and then one. Markup is one page.</summary>
internal sealed class PageText : ITextSink
{
    private const string Page = "page";

    private readonly string _part;

    // What was read of each page, and where that stood in all that was read.
    private readonly SortedDictionary<int, (StringBuilder Text, List<(long From, int At, int Length)> Pieces)> _read = [];
    private readonly List<(long From, int At, int Length)> _pieces = [];
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private int _page;
    private long _written;

    private PageText(ReadOnlyMemory<byte> item, string part) => (Item, _part) = (item, part);

    public ReadOnlyMemory<byte> Item { get; }

    public ReadingReport Report { get; private set; } = null!;

    public string Text { get; private set; } = "";

    /// <summary>Where each page's form feed is.</summary>
    public List<int> Ends { get; } = [];

    public bool IsEncrypted => Report.Unread.Any(part => part.Reason == UnreadReason.Encrypted && part.Part == "pdf");

    /// <summary>Parts with text that are no pages: notes, properties, attachments.</summary>
    public int OtherParts => _others.Count;

    public static PageText Read(ReadOnlyMemory<byte> item, CancellationToken cancellationToken) => Read(item, Page, cancellationToken);

    /// <summary>The text of the part of this name: of the pages of a PDF, or of markup.</summary>
    public static PageText Read(ReadOnlyMemory<byte> item, string part, CancellationToken cancellationToken)
    {
        var pages = new PageText(item, part);
        using Stream content = ExtractBytes.AsStream(item);
        pages.Report = ItemReader.Read(content, pages, new ReadingLimits(), cancellationToken);
        pages.Join();
        return pages;
    }

    public int Start(int page) => page == 0 ? 0 : Ends[page - 1] + 1;

    public void MoveTo(Locator place, string? label)
    {
        _page = place.Part != _part ? 0 : place.Page ?? (_part == Page ? 0 : 1);
        if (_page == 0) _others.Add(place.Part);
    }

    public void Write(ReadOnlySpan<char> text)
    {
        if (_page > 0)
        {
            if (!_read.TryGetValue(_page, out var page)) _read[_page] = page = (new StringBuilder(), []);
            page.Pieces.Add((_written, page.Text.Length, text.Length));
            page.Text.Append(text);
        }
        _written += text.Length;
    }

    /// <summary>The text that a page of HTML shows; nothing, if it does not look like one.</summary>
    public static string? OfHtml(string html, CancellationToken cancellationToken)
    {
        // The mark outweighs what the page says of its encoding.
        PageText text = Read((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(html)], "html", cancellationToken);
        return text.Report.Format == "html" && text.Report.Unread.Count == 0 ? text.Text.TrimEnd('\f') : null;
    }

    /// <summary>What is found in all that is read: with its place where that is on a page, else by its words.</summary>
    public void Find(DetectorPack pack, Action<int, int, Finding> found, Action<string, Finding> meant, CancellationToken cancellationToken)
    {
        var sink = new FoundText(pack, (finding, text, _, _) =>
        {
            bool isPlaced = false;
            foreach ((int start, int end) in Locate([new ExtractRange(finding.Start, finding.End)]))
            {
                isPlaced = true;
                found(start, end, finding);
            }
            // What is found in a note or a property may stand on a page too.
            if (!isPlaced) meant(text, finding);
        });
        using Stream content = ExtractBytes.AsStream(Item);
        ItemReader.Read(content, sink, new ReadingLimits(), cancellationToken);
        sink.Complete();
    }

    /// <summary>Where in the text stands what was read from one place to another.</summary>
    public IEnumerable<(int Start, int End)> Locate(IEnumerable<ExtractRange> spans)
    {
        foreach (ExtractRange span in spans)
        {
            int at = _pieces.BinarySearch((span.First, int.MaxValue, 0));
            int start = -1, end = -1;
            for (at = Math.Max(0, (at < 0 ? ~at : at) - 1); at < _pieces.Count && _pieces[at].From < span.Last; at++)
            {
                (long from, int place, int length) = _pieces[at];
                int first = place + (int)Math.Max(0, span.First - from), last = place + (int)Math.Min(length, span.Last - from);
                if (first >= last) continue;
                if (first != end && end >= 0) yield return (start, end);
                if (first != end) start = first;
                end = last;
            }
            if (end >= 0) yield return (start, end);
        }
    }

    private void Join()
    {
        int count = Math.Max(_read.Count == 0 ? 0 : _read.Keys.Max(), Report.Unread.Where(part => part.Part == _part).Max(part => part.Page) ?? 0);
        var text = new StringBuilder();
        for (int number = 1; number <= count; number++)
        {
            if (_read.TryGetValue(number, out var page))
            {
                _pieces.AddRange(page.Pieces.Select(piece => (piece.From, piece.At + text.Length, piece.Length)));
                // A form feed within a page would end it; half a surrogate pair is no character.
                foreach (ReadOnlyMemory<char> chunk in page.Text.Replace('\f', ' ').GetChunks())
                    text.Append(chunk);
            }
            Ends.Add(text.Length);
            text.Append('\f');
        }
        _read.Clear();
        _pieces.Sort();
        Text = WellFormed(text.ToString());
    }

    private static string WellFormed(string text) => string.Create(text.Length, text, static (made, from) =>
    {
        from.CopyTo(made);
        for (int at = 0; at < made.Length; at++)
        {
            if (!char.IsSurrogate(made[at])) continue;
            if (char.IsHighSurrogate(made[at]) && at + 1 < made.Length && char.IsLowSurrogate(made[at + 1])) at++;
            else made[at] = '\uFFFD';
        }
    });
}
