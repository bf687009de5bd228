using System.Buffers;

namespace Rogatory.Ledger;

/// <summary>Where a ledger ends: all that is needed to write its next line, or to check the next one read.</summary>
/// <param name="Size">How many lines it has.</param>
/// <param name="Length">How many bytes it has, line feeds included.</param>
/// <param name="LastDigest">The digest of its last line; 64 zeros when it has none.</param>
/// <param name="LastAt">The time of its last line; null when it has none.</param>
public sealed record LedgerTip(long Size, long Length, string LastDigest, DateTimeOffset? LastAt)
{
    /// <summary>The end of a ledger without lines.</summary>
    public static LedgerTip Empty { get; } = new(0, 0, new string('0', 64), LastAt: null);

    /// <summary>
    /// Makes the lines of one append: gives each its place, its link to the line above, and one time for all, which is
    /// <paramref name="now"/> cut to milliseconds, or the last line's where that is later (a clock may be set back; a ledger may not).
    /// </summary>
    /// <returns>The bytes to append, each line with its line feed; the lines as a reader will see them; the tip after them.</returns>
    /// <exception cref="ArgumentException">There is no entry, or the entries are not of one command.</exception>
    /// <exception cref="LedgerFormatException">An entry's actor, event or data has not the form it must have, or is too long.</exception>
    /// <exception cref="CanonicalJsonException">An entry's data has no canonical form.</exception>
    public (ReadOnlyMemory<byte> Bytes, IReadOnlyList<LedgerLine> Lines, LedgerTip Tip) Append(
        string @case, DateTimeOffset now, IReadOnlyList<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count == 0)
            throw new ArgumentException("An append has at least one entry.", nameof(entries));

        var at = LastAt > now ? LastAt.Value : now;
        var bytes = new ArrayBufferWriter<byte>();
        var lines = new List<LedgerLine>(entries.Count);
        var tip = this;
        foreach (var entry in entries)
        {
            var written = new LedgerLine(tip.Size, at, @case, entry.Actor, entry.Event, entry.Data, tip.LastDigest).ToBytes();
            var line = LedgerLine.Parse(written);
            if (lines.Count > 0 && line.Command != lines[0].Command)
                throw new ArgumentException("The entries of one append are of one command.", nameof(entries));
            lines.Add(line);
            tip = tip.Follow(line, written);
            bytes.Write(written);
            bytes.Write("\n"u8);
        }
        return (bytes.WrittenMemory, lines, tip);
    }

    /// <summary>The tip after one more line, given its bytes without the line feed.</summary>
    /// <exception cref="LedgerFormatException">The line has not its form, or does not follow.</exception>
    public LedgerTip Follow(ReadOnlyMemory<byte> bytes) => Follow(LedgerLine.Parse(bytes), bytes);

    /// <summary>The tip after one more line, given with the bytes it was parsed from.</summary>
    /// <exception cref="LedgerFormatException">
    /// The line does not follow: <see cref="LedgerFault.WrongSequence"/>, <see cref="LedgerFault.BrokenChain"/> or
    /// <see cref="LedgerFault.TimeGoesBack"/>.
    /// </exception>
    public LedgerTip Follow(LedgerLine line, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Seq != Size)
            throw new LedgerFormatException(LedgerFault.WrongSequence, $"The line says it is number {line.Seq}, where {Size} is due.");
        if (!string.Equals(line.Prev, LastDigest, StringComparison.Ordinal))
        {
            throw new LedgerFormatException(LedgerFault.BrokenChain, Size == 0
                ? "The first line's prev is not 64 zeros."
                : "The line's prev is not the digest of the line above: one of the two was changed.");
        }
        if (line.At < LastAt)
            throw new LedgerFormatException(LedgerFault.TimeGoesBack, "The line's time is before that of the line above.");
        return new LedgerTip(Size + 1, Length + bytes.Length + 1, LedgerLine.DigestOf(bytes.Span), line.At);
    }
}
