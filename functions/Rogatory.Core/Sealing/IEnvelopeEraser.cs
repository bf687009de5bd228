namespace Rogatory.Core.Sealing;

/// <summary>The one identity that can destroy a key envelope. Used only after the ledger says that it goes.</summary>
public interface IEnvelopeEraser
{
    /// <summary>Destroys <c>{path}/{rotation}</c>; one that is gone already is no failure.</summary>
    Task DestroyAsync(SealedPath path, int rotation, CancellationToken cancellationToken);
}
