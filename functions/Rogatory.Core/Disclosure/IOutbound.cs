using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure;

/// <summary>Where partners collect from: sealed bodies, copied from the vault by storage itself, in one account per permitted region.</summary>
public interface IOutbound
{
    /// <summary>The regions that there is an account in, the preferred one first.</summary>
    IReadOnlyList<string> Regions { get; }

    /// <summary>Copies a body out of the vault. No byte of it passes through the program. One that is there already is left as it is.</summary>
    /// <param name="grant">What permits it.</param>
    /// <param name="region">One of <see cref="Regions"/>.</param>
    /// <param name="copy">The name of the copy.</param>
    /// <param name="body">The attempt that the ledger names.</param>
    /// <param name="version">The storage version that the ledger recorded; null where storage has none.</param>
    /// <param name="size">Its size in bytes as the ledger recorded it.</param>
    /// <param name="cancellationToken">Ends the wait; a copy half made goes on where it stopped when it is asked for again.</param>
    /// <returns>The size of the copy in bytes.</returns>
    Task<long> CopyAsync(DisclosureGrant grant, string region, SealedPath copy, SealedPath body, string? version, long size, CancellationToken cancellationToken);

    /// <summary>Random access to a copy.</summary>
    ISealedSource OpenSource(string region, SealedPath copy, long size);

    /// <summary>A link that reads one copy until the instant, and nothing else.</summary>
    Task<Uri> LinkAsync(string region, SealedPath copy, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Every copy that is there, whether or not a disclosure names it.</summary>
    IAsyncEnumerable<SealedPath> ListAsync(string region, CancellationToken cancellationToken);

    /// <summary>Removes a copy; one that is gone already is no failure.</summary>
    Task RemoveAsync(string region, SealedPath copy, CancellationToken cancellationToken);
}
