namespace Rogatory.Core.Reports;

/// <summary>The documented transfers of a period.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Listed">The first of them, at most <see cref="MostListed"/>; a report over a shorter period lists the others.</param>
public sealed record DocumentedTransfers(long Count, IReadOnlyList<DocumentedTransfer> Listed)
{
    /// <summary>How many are listed.</summary>
    public const int MostListed = 2000;
}
