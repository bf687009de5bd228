namespace Rogatory.Core.Sealing;

/// <summary>Small documents beside a body that is being verified: the key envelope that the partner made, and how far the check came.</summary>
public interface IArrivalNotes
{
    /// <summary>Writes a note, over an earlier one if need be.</summary>
    Task WriteAsync(SealedPath path, string name, ReadOnlyMemory<byte> note, CancellationToken cancellationToken);

    /// <summary>A note, or null.</summary>
    Task<byte[]?> ReadAsync(SealedPath path, string name, CancellationToken cancellationToken);
}
