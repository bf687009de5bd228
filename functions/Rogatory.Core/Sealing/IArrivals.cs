using Rogatory.Envelope;

namespace Rogatory.Core.Sealing;

/// <summary>Where an uploaded body is verified, out of everyone else's reach, before the vault takes it. Bodies come and go by storage's own copies.</summary>
public interface IArrivals
{
    /// <summary>Copies a body in from <see cref="IInbound"/>. One that is here already is not copied again; a copy that was cut goes on.</summary>
    /// <exception cref="SourceChangedException">What was uploaded is gone, has another length, or changed while it was copied.</exception>
    Task TakeInAsync(SealedPath path, long size, CancellationToken cancellationToken);

    /// <summary>Random access to a body that was taken in.</summary>
    ISealedSource OpenSource(SealedPath path, long size);

    /// <summary>Copies a body into the vault, where it is immutable from the call that commits it. One that is there already is not copied again.</summary>
    /// <returns>The storage version, or null where storage has none.</returns>
    /// <exception cref="ProtectionMissingException">The policy read back is not the one asked for.</exception>
    Task<string?> AdmitAsync(SealedPath path, long size, DateTimeOffset retainUntil, CancellationToken cancellationToken);

    /// <summary>Removes the body and what <see cref="IArrivalNotes"/> holds beside it; what is gone already is no failure.</summary>
    Task ClearAsync(SealedPath path, CancellationToken cancellationToken);
}
