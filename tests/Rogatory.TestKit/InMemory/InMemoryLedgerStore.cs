using System.Runtime.CompilerServices;
using Rogatory.Ledger;

namespace Rogatory.TestKit.InMemory;

public sealed class InMemoryLedgerStore : ILedgerStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, byte[]> ledgers = new(StringComparer.Ordinal);

    public Task<byte[]> ReadAsync(string name, long offset, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var ledger = ledgers.GetValueOrDefault(name, []);
            return Task.FromResult(offset < ledger.Length ? ledger[(int)offset..] : []);
        }
    }

    public Task<bool> TryAppendAsync(string name, long expectedLength, ReadOnlyMemory<byte> lines, CancellationToken cancellationToken)
    {
        if (lines.IsEmpty)
            throw new ArgumentException("There is nothing to append.", nameof(lines));
        lock (gate)
        {
            var ledger = ledgers.GetValueOrDefault(name, []);
            if (ledger.Length != expectedLength)
                return Task.FromResult(false);
            ledgers[name] = [.. ledger, .. lines.Span];
            return Task.FromResult(true);
        }
    }

    /// <summary>What no one can do in Azure: lets a test put other bytes in a ledger's place; none take it away.</summary>
    public void Tamper(string name, byte[] bytes)
    {
        lock (gate)
        {
            ledgers.Remove(name);
            if (bytes.Length > 0)
                ledgers[name] = bytes;
        }
    }

    public async IAsyncEnumerable<LedgerExtent> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LedgerExtent[] extents;
        lock (gate)
            extents = [.. ledgers.Select(ledger => new LedgerExtent(ledger.Key, ledger.Value.Length))];
        await Task.CompletedTask;
        foreach (var extent in extents)
            yield return extent;
    }
}
