using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rogatory.Ledger;

/// <summary>
/// What <see cref="LedgerCheck"/> found. When the ledger holds, every byte of every line but the last is proven by the line below it;
/// the last line, and that none was cut off after it, is proven only against a root known from elsewhere, a receipt's or a
/// checkpoint's: ask <see cref="Proves"/>.
/// </summary>
public sealed class LedgerReport
{
    private readonly IReadOnlyList<byte[]> _leafHashes;

    internal LedgerReport(string? @case, LedgerTip tip, IReadOnlyList<byte[]> leafHashes, LedgerFormatException? failure)
    {
        _leafHashes = leafHashes;
        Case = @case;
        Size = tip.Size;
        Fault = failure?.Fault;
        if (failure is null)
        {
            Root = Convert.ToHexStringLower(MerkleTree.Root(leafHashes));
            LastDigest = tip.LastDigest;
            Why = string.Create(CultureInfo.InvariantCulture, $"All {Size} lines hold together. ") +
                "The last line, and that none followed it, is proven only by a receipt or checkpoint that names this size and root.";
        }
        else
        {
            LineNumber = tip.Size + 1;
            Why = failure.Message;
        }
    }

    /// <summary>True when nothing is wrong with the ledger as far as its own bytes tell.</summary>
    [MemberNotNullWhen(true, nameof(Case), nameof(Root), nameof(LastDigest))]
    [MemberNotNullWhen(false, nameof(LineNumber), nameof(Fault))]
    public bool Holds => Fault is null;

    /// <summary>The case all lines are of, as the first line says; null when there is no good first line.</summary>
    public string? Case { get; }

    /// <summary>How many lines hold: all of them, or those above the first that does not.</summary>
    public long Size { get; }

    /// <summary>Lower-case hex root of the RFC 9162 tree over all lines; null when the ledger does not hold.</summary>
    public string? Root { get; }

    /// <summary>The digest of the last line; null when the ledger does not hold.</summary>
    public string? LastDigest { get; }

    /// <summary>The line, counted from 1, at which the ledger first fails to hold; null when it holds.</summary>
    public long? LineNumber { get; }

    /// <summary>What is wrong there; null when the ledger holds.</summary>
    public LedgerFault? Fault { get; }

    /// <summary>What was found, as a sentence for a person.</summary>
    public string Why { get; }

    /// <summary>The hash of each line that holds, as a leaf of the tree: what <see cref="MerkleTree"/> makes proofs from.</summary>
    public IReadOnlyList<byte[]> LeafHashes => _leafHashes;

    /// <summary>Lower-case hex root over the first <paramref name="size"/> lines: the root the ledger had when it was that long.</summary>
    /// <exception cref="InvalidOperationException">The ledger does not hold.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ledger has fewer lines, or the size is below 1.</exception>
    public string RootAt(long size)
    {
        if (!Holds)
            throw new InvalidOperationException("A ledger that does not hold has no root.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return Convert.ToHexStringLower(MerkleTree.Root(_leafHashes, (int)size));
    }

    /// <summary>
    /// True when this ledger holds and begins with the one that a receipt or checkpoint names by its size and root. It proves every byte
    /// of those first lines. False for a size below 1 or beyond the ledger's end.
    /// </summary>
    public bool Proves(long size, string root) =>
        Holds && size >= 1 && size <= Size && string.Equals(RootAt(size), root, StringComparison.Ordinal);
}
