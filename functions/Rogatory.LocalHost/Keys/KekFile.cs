namespace Rogatory.LocalHost.Keys;

/// <summary>The file of one version of the key-encryption key.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Version">Which version it is, from 1, whatever its file is called.</param>
/// <param name="IsEnabled">Whether the version unwraps.</param>
public sealed record KekFile(string Path, int Version, bool IsEnabled);
