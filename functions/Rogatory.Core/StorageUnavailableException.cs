namespace Rogatory.Core;

/// <summary>A store could not be reached or did not answer as it must. The work stops and can be tried again as it is.</summary>
/// <remarks>The front door answers 503 with Retry-After. An adapter throws this for time-outs, refused connections, throttling and 5xx; never for a conflict.</remarks>
public class StorageUnavailableException(string store, Exception? inner = null)
    : Exception($"The store '{store}' is not available.", inner)
{
    /// <summary>The store by its container or queue name, such as <c>vault</c>.</summary>
    public string Store { get; } = store;
}
