using System.Text;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

/// <summary>An extract that was made, and the promises that hold for every one.</summary>
internal sealed record Extracted(byte[] Bytes, MadeExtract Made)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public static Extracted Of(string content, string request, ExtractLimits? limits = null) => Of(Encoding.UTF8.GetBytes(content), request, limits);

    public static Extracted Of(byte[] content, string request, ExtractLimits? limits = null)
    {
        using var destination = new MemoryStream();
        MadeExtract made = ExtractMaker.Make(
            new MemoryStream(content), ExtractRequest.Parse(Encoding.UTF8.GetBytes(request)), limits ?? new ExtractLimits(), destination, CancellationToken.None);
        var extracted = new Extracted(destination.ToArray(), made);
        Assert.Equal(extracted.Bytes.Length, made.Size);
        return extracted;
    }

    public static RefusedException Refuses(string slug, string content, string request, ExtractLimits? limits = null) => Refuses(slug, Encoding.UTF8.GetBytes(content), request, limits);

    public static RefusedException Refuses(string slug, byte[] content, string request, ExtractLimits? limits = null)
    {
        using var destination = new MemoryStream();
        var refused = Assert.Throws<RefusedException>(() => ExtractMaker.Make(
            new MemoryStream(content), ExtractRequest.Parse(Encoding.UTF8.GetBytes(request)), limits ?? new ExtractLimits(), destination, CancellationToken.None));
        Assert.Equal(slug, refused.Slug);
        Assert.Equal(0, destination.Length);
        return refused;
    }

    /// <summary>What is said of the blocks holds: without the changed ones, the extract is the kept ones of the original.</summary>
    public Extracted IsProvenBy(byte[] original, BlockKind kind)
    {
        Assert.Equal(kind, Made.Kind);
        List<byte[]> blocks = Blocks(kind, original), made = Blocks(kind, Bytes);
        HashSet<long> changed = [.. Made.Changed.SelectMany(Numbers)];
        Assert.Equal(Made.Kept.SelectMany(Numbers).Select(number => Convert.ToHexString(blocks[(int)number])), made.Where((_, index) => !changed.Contains(index)).Select(Convert.ToHexString));
        Assert.All(changed, number => Assert.InRange(number, 0, made.Count - 1));
        return this;
    }

    public static string Read(byte[] content)
    {
        var text = new StringBuilder();
        ItemReader.Read(new MemoryStream(content), new TextSink(text), new ReadingLimits(), CancellationToken.None);
        return text.ToString();
    }

    private static IEnumerable<long> Numbers(BlockRange range)
    {
        for (long number = range.First; number < range.First + range.Count; number++)
            yield return number;
    }

    private static List<byte[]> Blocks(BlockKind kind, byte[] content)
    {
        using var lengths = new BlockLengths(kind);
        lengths.Write(content);
        var blocks = new List<byte[]>();
        int at = 0;
        foreach (int length in lengths.Finish())
            blocks.Add(content[at..(at += length)]);
        Assert.Equal(content.Length, at);
        return blocks;
    }

    private sealed class TextSink(StringBuilder text) : ITextSink
    {
        public void MoveTo(Locator place, string? label)
        {
        }

        public void Write(ReadOnlySpan<char> piece) => text.Append(piece);
    }
}
