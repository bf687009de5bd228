namespace Rogatory.Core.Sealing;

/// <summary>A key envelope that storage holds.</summary>
/// <param name="Path">The attempt it belongs to.</param>
/// <param name="Rotation">0 for the first, one more for each rotation of the key-encryption key.</param>
/// <param name="CreatedAt">By storage's clock.</param>
public sealed record KeyEnvelopeFound(SealedPath Path, int Rotation, DateTimeOffset CreatedAt)
{
    /// <summary>The id of the key that it says it is wrapped under; null where the listing does not tell.</summary>
    public string? KeyId { get; init; }
}
