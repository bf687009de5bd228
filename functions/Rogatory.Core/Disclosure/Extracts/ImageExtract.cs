using Rogatory.Core.Classification;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>An image: kept as its one page, without metadata, or not at all. What it shows is for a person to look at.</summary>
internal sealed class ImageExtract(string format, byte[] item, Func<ReadOnlyMemory<byte>, ExtractTally, byte[]> strip) : ExtractForm
{
    private readonly ExtractTally _left = new();
    private byte[]? _made;

    public override string Format => format;

    public override string MediaType => $"image/{format}";

    public override string Extension => format == "jpeg" ? "jpg" : format;

    public override string Text => "";

    public override bool IsText => false;

    public override bool IsRewritten => true;

    public override bool IsEmpty() => false;

    public static ImageExtract Open(byte[] item)
    {
        if (item is [0x89, (byte)'P', (byte)'N', (byte)'G', ..]) return new ImageExtract("png", item, PngImage.Strip);
        if (item is [0xFF, 0xD8, ..]) return new ImageExtract("jpeg", item, JpegImage.Strip);
        throw ExtractRefusals.NotPossible("The item is an image in a format of which metadata can't be taken.", "Ask for it as JPEG or PNG.");
    }

    public override void Choose(ExtractRequest request, ExtractTally tally)
    {
        if (request.AsText || request.Remove.Count > 0 || request.Keep.Any(one => one.Kind != ExtractSelectorKind.Pages))
            throw ExtractRefusals.NotPossible("What an image shows is not read, so nothing can be removed from it but its metadata.", "Let a person look at it, and keep page 1 or withhold it.");
        if (!new NumberSet(request, ExtractSelectorKind.Pages).Keeps(1)) throw ExtractRefusals.Empty();
        _made = strip(item, _left);
        foreach ((string kind, long count) in _left.Removed)
            tally.Add(kind, count);
    }

    public override IEnumerable<(int Start, int End)> Units() => [];

    public override IEnumerable<(int Start, int End)> Locate(IEnumerable<ExtractRange> spans) => [];

    public override void Find(DetectorPack pack, Action<int, int, Finding> found, Action<string, Finding> meant, CancellationToken cancellationToken)
    {
    }

    public override RenderedExtract Render(IReadOnlyList<ExtractEdit> edits, ExtractLimits limits) =>
        _made!.Length <= limits.ExtractSize ? new RenderedExtract(_made, []) : throw ExtractRefusals.TooLarge("The extract", limits.ExtractSize);
}
