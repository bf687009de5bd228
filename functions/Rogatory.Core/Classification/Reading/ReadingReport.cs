namespace Rogatory.Core.Classification.Reading;

/// <summary>What of an item was read, and what was not. Part names can hold file names: sensitive.</summary>
public sealed record ReadingReport
{
    /// <summary>The format of the item itself, as in <see cref="ReadPart.Format"/>, or <c>empty</c>, <c>image</c>, <c>media</c>, <c>encrypted</c>, <c>binary</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The files that were read, the item itself first.</summary>
    public required IReadOnlyList<ReadPart> Parts { get; init; }

    /// <summary>What was not read. Empty means that all text of the item was written.</summary>
    public required IReadOnlyList<UnreadPart> Unread { get; init; }

    /// <summary>The limits that were met.</summary>
    public required IReadOnlyList<Breach> Breaches { get; init; }

    /// <summary>The format and the counts alone.</summary>
    public override string ToString() =>
        $"{nameof(ReadingReport)} {{ {nameof(Format)} = {Format}, {nameof(Parts)} = {Parts.Count}, {nameof(Unread)} = {Unread.Count}, {nameof(Breaches)} = {Breaches.Count} }}";
}
