using Rogatory.Core.Sealing;

namespace Rogatory.Core.Retention;

/// <summary>Sets and lifts storage's legal holds on sealed bodies. Its identity can do nothing else: it is neither who writes bodies nor who destroys keys.</summary>
public interface IBodyHolds
{
    /// <summary>Has storage hold a body; one that is held already stays so.</summary>
    /// <param name="path">The attempt that the ledger names.</param>
    /// <param name="version">The storage version that the ledger recorded; null where storage has none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when storage has no such body, or does not say that it holds it.</returns>
    Task<bool> HoldAsync(SealedPath path, string? version, CancellationToken cancellationToken);

    /// <summary>Has storage let go of a body; one that is not held, or not there, is no failure.</summary>
    Task ReleaseAsync(SealedPath path, string? version, CancellationToken cancellationToken);
}
