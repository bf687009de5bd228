namespace Rogatory.Envelope;

/// <summary>A wrapped content encryption key, and the id with version of the key that wrapped it.</summary>
public sealed record WrappedKey(string KeyId, byte[] Bytes);
