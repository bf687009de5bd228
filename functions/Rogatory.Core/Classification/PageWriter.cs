using System.Text;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Classification;

/// <summary>
/// Writes the text of the pages that a document shows, each in UTF-8 with blanks for form feeds, and then a form feed; of a page without text that alone. All else that
/// a document holds is no page's text.
/// </summary>
internal sealed class PageWriter(Stream destination) : ITextSink
{
    /// <summary>How <see cref="ItemReader"/> calls a page of the item itself.</summary>
    private const string Page = "page";

    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private readonly byte[] _bytes = new byte[4096];
    private int _page;
    private bool _isPage;

    public void MoveTo(Locator place, string? label)
    {
        _isPage = place is { Part: Page, Page: { } page } && page >= _page;
        if (_isPage)
            Open(place.Page!.Value);
    }

    public void Write(ReadOnlySpan<char> text)
    {
        while (_isPage && !text.IsEmpty)
        {
            int end = text.IndexOf('\f');
            Encode(end < 0 ? text : text[..end], flush: false);
            if (end >= 0)
                Encode(" ", flush: false);
            text = end < 0 ? default : text[(end + 1)..];
        }
    }

    /// <summary>Ends the last page, which may be one that could not be read.</summary>
    public void Complete(ReadingReport report)
    {
        Open(report.Unread.Where(part => part.Part == Page).Max(part => part.Page) ?? 0);
        if (_page > 0)
            End();
    }

    private void Open(int page)
    {
        for (; _page < page; _page++)
        {
            if (_page > 0)
                End();
        }
    }

    private void End()
    {
        Encode(default, flush: true);
        destination.Write("\f"u8);
    }

    private void Encode(ReadOnlySpan<char> text, bool flush)
    {
        bool completed;
        do
        {
            _encoder.Convert(text, _bytes, flush, out int used, out int made, out completed);
            destination.Write(_bytes.AsSpan(0, made));
            text = text[used..];
        }
        while (!completed);
    }
}
