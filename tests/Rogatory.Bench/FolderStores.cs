using System.Runtime.CompilerServices;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;

namespace Rogatory.Bench;

/// <summary>Ledgers and statements as files, so that what is measured of memory is the program's own.</summary>
internal sealed class FolderStores(string folder) : ILedgerStore, IStatementStore
{
    private readonly DirectoryInfo _ledgers = Directory.CreateDirectory(Path.Combine(folder, "ledgers"));
    private readonly DirectoryInfo _statements = Directory.CreateDirectory(Path.Combine(folder, "statements"));

    public async Task<byte[]> ReadAsync(string name, long offset, CancellationToken cancellationToken) =>
        (await File.ReadAllBytesAsync(Path.Combine(_ledgers.FullName, name), cancellationToken))[(int)offset..];

    public async Task<bool> TryAppendAsync(string name, long expectedLength, ReadOnlyMemory<byte> lines, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(Path.Combine(_ledgers.FullName, name), lines, cancellationToken);
        return true;
    }

    public async IAsyncEnumerable<LedgerExtent> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (FileInfo file in _ledgers.EnumerateFiles())
            yield return new LedgerExtent(file.Name, file.Length);
    }

    public async Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> statement, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(PathOf(name), statement, cancellationToken);
        return true;
    }

    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) =>
        File.Exists(PathOf(name)) ? await File.ReadAllBytesAsync(PathOf(name), cancellationToken) : null;

    private string PathOf(string name) => Path.Combine(_statements.FullName, name.Replace('/', '_'));
}
