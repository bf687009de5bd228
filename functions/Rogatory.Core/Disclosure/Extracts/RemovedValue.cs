namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>A value that may stand nowhere in the extract.</summary>
/// <param name="Folded">What is compared of it (<see cref="FoldedText"/>); of a very long one its beginning.</param>
/// <param name="Label">The finding category, or <c>removed</c>.</param>
/// <param name="Everywhere">Whether it becomes a mark wherever it stands, and not only where it was removed.</param>
/// <param name="Exact">A very short value as it is written: only a whole word that is just the same is it; else null.</param>
internal sealed record RemovedValue(string Folded, string Label, bool Everywhere, string? Exact)
{
    /// <summary>Of longer values the beginning is compared.</summary>
    public const int Longest = 200;

    private const int Short = 4;
    private const int LongNumber = 8;

    /// <summary>Whether so many digits are in it that it is the same value in the midst of others too.</summary>
    public bool IsLongNumber { get; } = Folded.Count(char.IsAsciiDigit) >= LongNumber;

    /// <summary>Whether it has letters that are no byte in Windows-1252, so that in wide characters it is not the same bytes with nulls between them.</summary>
    public bool HasWide { get; private init; }

    /// <summary>What follows what is compared, folded, of a very long value that becomes a mark wherever it stands; else empty.</summary>
    public string Rest { get; private init; } = "";

    /// <summary>Nothing, if the text holds no letter and no digit.</summary>
    public static RemovedValue? Of(ReadOnlySpan<char> text, string label, bool everywhere)
    {
        string folded = FoldedText.Of(text);
        if (!folded.AsSpan().ContainsAnyExceptInRange('\0', '/') || !folded.Any(char.IsLetterOrDigit)) return null;
        return new RemovedValue(folded.Length > Longest ? folded[..Longest] : folded, label, everywhere, folded.Length < Short ? text.Trim().ToString() : null)
        {
            HasWide = text.ContainsAnyExceptInRange('\0', '\u00FF'),
            Rest = everywhere && folded.Length > Longest ? folded[Longest..] : "",
        };
    }
}
