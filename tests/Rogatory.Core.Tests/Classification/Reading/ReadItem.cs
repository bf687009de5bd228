using System.Text;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Tests.Classification.Reading;

/// <summary>Reads an item and keeps what came of it, stretch by stretch.</summary>
internal sealed class ReadItem : ITextSink
{
    private readonly StringBuilder _text = new();
    private readonly List<(Locator Place, string? Label, int Start)> _stretches = [];

    public ReadingReport Report { get; private set; } = null!;

    /// <summary>All that was written.</summary>
    public string Text { get; private set; } = "";

    public IEnumerable<(Locator Place, string? Label, string Text)> Stretches =>
        _stretches.Select((stretch, index) =>
            (stretch.Place, stretch.Label, Text[stretch.Start..(index + 1 < _stretches.Count ? _stretches[index + 1].Start : _text.Length)]));

    public static ReadItem Of(byte[] content, ReadingLimits? limits = null) => Of(new MemoryStream(content), limits);

    public static ReadItem Of(string content, Encoding? encoding = null, ReadingLimits? limits = null) =>
        Of([.. (encoding ?? new UTF8Encoding(false)).GetPreamble(), .. (encoding ?? Encoding.UTF8).GetBytes(content)], limits);

    public static ReadItem Of(Stream content, ReadingLimits? limits = null)
    {
        var read = new ReadItem();
        read.Report = ItemReader.Read(content, read, limits ?? new ReadingLimits(), CancellationToken.None);
        read.Text = read._text.ToString();
        return read;
    }

    public static ReadItem AsText(string content)
    {
        var read = new ReadItem();
        read.Report = ItemReader.ReadAsText(new MemoryStream(Encoding.UTF8.GetBytes(content)), read, new ReadingLimits(), CancellationToken.None);
        read.Text = read._text.ToString();
        return read;
    }

    public void MoveTo(Locator place, string? label) => _stretches.Add((place, label, _text.Length));

    public void Write(ReadOnlySpan<char> text)
    {
        Assert.NotEmpty(_stretches);
        _text.Append(text);
    }

    /// <summary>The one stretch that holds the value.</summary>
    public (Locator Place, string? Label, string Text) Find(string value) =>
        Assert.Single(Stretches, stretch => stretch.Text.Contains(value, StringComparison.Ordinal));

    /// <summary>Says that the value stands in one stretch, there and under that label, and that nothing is unread.</summary>
    public void Holds(string value, Locator place, string? label)
    {
        (Locator where, string? name, string _) = Find(value);
        Assert.Equal((place, label), (where, name));
    }

    public void IsWhole()
    {
        Assert.Empty(Report.Unread);
        Assert.Empty(Report.Breaches);
    }

    public void IsUnread(string part, UnreadReason reason, int? page = null) => Assert.Contains(new UnreadPart(part, page, reason), Report.Unread);

    public void Breaches(BreachKind kind) => Assert.Contains(Report.Breaches, breach => breach.Kind == kind);
}
