namespace Rogatory.Core.Case;

/// <summary>A ledger holds a line that cannot follow from the lines before it. Nothing may be done in such a case until a person has looked.</summary>
public sealed class CaseHistoryException(long seq, string reason) : Exception($"Line {seq} cannot be folded: {reason}.")
{
    /// <summary>The line's <c>seq</c>.</summary>
    public long Seq { get; } = seq;
}
