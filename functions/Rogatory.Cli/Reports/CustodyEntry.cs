using Rogatory.Ledger;

namespace Rogatory.Cli.Reports;

/// <summary>An entry as a dossier tells it.</summary>
/// <param name="Line">The ledger's line.</param>
/// <param name="Digest">Its SHA-256, which the next line names.</param>
/// <param name="What">What was done, in a sentence.</param>
/// <param name="Reason">Why, as far as the ledger says: ground, article, and where the words are sealed; empty for none.</param>
/// <param name="Items">The items that it touches; none for the case as a whole.</param>
internal sealed record CustodyEntry(LedgerLine Line, string Digest, string What, string Reason, IReadOnlyList<string> Items)
{
    public long Number => Line.Seq + 1;
}
