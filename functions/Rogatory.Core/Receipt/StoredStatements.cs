using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Core.Receipt;

/// <summary>Signed statements, each stored once under a name: the one that is stored first is the one that counts.</summary>
public sealed class StoredStatements(IStatementStore statements, IStatementSigner signer, IReadOnlyList<VerificationKey> keys)
{
    /// <summary>The keys that statements of ours verify under.</summary>
    public IReadOnlyList<VerificationKey> Keys => keys;

    /// <summary>Signs and stores a statement of ours. One that is stored already is the one that counts, so a run that crashed is taken up.</summary>
    /// <exception cref="StorageUnavailableException">Also when nobody could verify it: by our clock the key does not sign yet, or no longer.</exception>
    public async Task<string> SignAsync(string name, string type, Func<Task<JsonObject>> payload, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken)
        ?? await StoreAsync(name, await Statement.SignToKeepAsync(type, await payload(), signer, keys, cancellationToken), cancellationToken);

    /// <summary>Stores a statement that was verified.</summary>
    /// <returns>What is stored under the name: this one, or the one that was faster.</returns>
    public async Task<string> StoreAsync(string name, string statement, CancellationToken cancellationToken) =>
        await statements.TryCreateAsync(name, Encoding.ASCII.GetBytes(statement), cancellationToken)
            ? statement
            : await FindAsync(name, cancellationToken) ?? throw new StorageUnavailableException("statements");

    /// <summary>The stored statement, or null.</summary>
    public async Task<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        await statements.ReadAsync(name, cancellationToken) is { } stored ? Encoding.ASCII.GetString(stored) : null;
}
