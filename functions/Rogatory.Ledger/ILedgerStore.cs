namespace Rogatory.Ledger;

/// <summary>
/// Where ledgers rest. A store knows bytes and lengths, not lines. A ledger that it keeps in several parts is one ledger here:
/// offsets and lengths run through the parts. A store that cannot be reached throws; it never answers for what it does not know.
/// </summary>
public interface ILedgerStore
{
    /// <summary>The bytes from <paramref name="offset"/> to the end; none when the ledger does not exist or ends there.</summary>
    Task<byte[]> ReadAsync(string name, long offset, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the lines, all or none, at the end of a ledger that is <paramref name="expectedLength"/> bytes long; at 0 it is created.
    /// False when its length is another. Read again after false and after an exception: the lines may be there all the same, written by
    /// a try whose answer was lost.
    /// </summary>
    Task<bool> TryAppendAsync(string name, long expectedLength, ReadOnlyMemory<byte> lines, CancellationToken cancellationToken);

    /// <summary>Every ledger there is, in no particular order.</summary>
    IAsyncEnumerable<LedgerExtent> ListAsync(CancellationToken cancellationToken);
}
