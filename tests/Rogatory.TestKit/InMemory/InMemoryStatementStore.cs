using System.Collections.Concurrent;
using Rogatory.Core.Receipt;

namespace Rogatory.TestKit.InMemory;

public sealed class InMemoryStatementStore : IStatementStore
{
    private readonly ConcurrentDictionary<string, byte[]> statements = new(StringComparer.Ordinal);

    public Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> statement, CancellationToken cancellationToken)
    {
        var bytes = statement.ToArray();
        return Task.FromResult(statements.GetOrAdd(name, bytes).AsSpan().SequenceEqual(bytes));
    }

    public Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(statements.TryGetValue(name, out var statement) ? statement.ToArray() : null);
}
