using Rogatory.Envelope;

namespace Rogatory.Core.Sealing;

/// <summary>Immutable storage of sealed bodies.</summary>
public interface IVault
{
    /// <summary>Starts staging a body. Nothing is visible under <paramref name="path"/> until it is committed.</summary>
    VaultUpload BeginUpload(SealedPath path, long expectedSize);

    /// <summary>Random access to a committed body.</summary>
    /// <param name="path">The attempt that the ledger names.</param>
    /// <param name="version">The storage version the ledger recorded; null where storage has none.</param>
    /// <param name="size">The size in bytes the ledger recorded. A body of another length fails the read.</param>
    ISealedSource OpenSource(SealedPath path, string? version, long size);

    /// <summary>Until when a committed body can neither be changed nor removed, as storage says now.</summary>
    /// <returns>Null when there is no such body; <see cref="DateTimeOffset.MinValue"/> when nothing protects it.</returns>
    Task<DateTimeOffset?> ProtectedUntilAsync(SealedPath path, string? version, CancellationToken cancellationToken);

    /// <summary>Whether a committed body is under a legal hold, as storage says now; false when there is no such body.</summary>
    Task<bool> IsHeldAsync(SealedPath path, string? version, CancellationToken cancellationToken);
}
