namespace Rogatory.LocalHost.Gate;

/// <summary>Azurite did not answer, or not to the end: what it did is not known.</summary>
internal sealed class UpstreamUnavailableException(Exception cause) : Exception("Azurite did not answer.", cause);
