namespace Rogatory.Api.Retention;

/// <summary>How far a rotation is, and what there is under each version of the key-encryption key.</summary>
/// <param name="Rotation">The rotation; null before the first.</param>
/// <param name="Left">How many key envelopes are under a retired version.</param>
/// <param name="Versions">The versions, the oldest first.</param>
public sealed record KeyStatusView(RotationView? Rotation, int Left, IReadOnlyList<KeyVersionView> Versions);
