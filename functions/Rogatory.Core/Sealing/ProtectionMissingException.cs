namespace Rogatory.Core.Sealing;

/// <summary>Storage took a body, and does not protect it as it was asked to: the body is not relied on.</summary>
public sealed class ProtectionMissingException(string store) : StorageUnavailableException(store);
