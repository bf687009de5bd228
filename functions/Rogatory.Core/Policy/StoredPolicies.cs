using Rogatory.Core.Receipt;

namespace Rogatory.Core.Policy;

/// <summary>Keeps every policy set that decisions were made under, by its digest, so that they can be made again years later.</summary>
public sealed class StoredPolicies(IStatementStore statements, PolicySet policy)
{
    private volatile bool _isKept;

    /// <summary>The set's name among the statements.</summary>
    public static string NameOf(string digest) => $"policies/{digest}";

    /// <summary>Stores the set in use, unless it is stored.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (_isKept)
            return;
        await statements.TryCreateAsync(NameOf(policy.Digest), policy.ToBytes(), cancellationToken);
        _isKept = true;
    }

    /// <summary>A stored set, as <see cref="PolicySet.Parse"/> reads it; null when no decision was made under it.</summary>
    public Task<byte[]?> FindAsync(string digest, CancellationToken cancellationToken) => statements.ReadAsync(NameOf(digest), cancellationToken);
}
