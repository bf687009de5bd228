namespace Rogatory.Ledger;

/// <summary>Turns what a store holds into lines.</summary>
public static class LedgerReader
{
    /// <summary>Splits bytes at line feeds and parses each line on its own; whether each follows the one above is not looked at.</summary>
    /// <exception cref="LedgerFormatException">A line has not its form, or the last has no line feed.</exception>
    public static IReadOnlyList<(LedgerLine Line, ReadOnlyMemory<byte> Bytes)> Read(ReadOnlyMemory<byte> bytes)
    {
        var lines = new List<(LedgerLine, ReadOnlyMemory<byte>)>();
        while (!bytes.IsEmpty)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            if (end < 0)
                throw new LedgerFormatException(LedgerFault.NotEnded, "The last line has no line feed.");
            lines.Add((LedgerLine.Parse(bytes[..end]), bytes[..end]));
            bytes = bytes[(end + 1)..];
        }
        return lines;
    }

    /// <summary>Reads what stands in a case's ledger after a known tip, and checks that every line follows.</summary>
    /// <exception cref="LedgerFormatException">A line has not its form, does not follow, or is of another case.</exception>
    public static (IReadOnlyList<LedgerLine> Lines, LedgerTip Tip) ReadAfter(LedgerTip tip, string @case, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(tip);
        var lines = new List<LedgerLine>();
        foreach (var (line, written) in Read(bytes))
        {
            tip = tip.Follow(line, written);
            if (!string.Equals(line.Case, @case, StringComparison.Ordinal))
                throw new LedgerFormatException(LedgerFault.OtherCase, "The line is of another case.");
            lines.Add(line);
        }
        return (lines, tip);
    }
}
