namespace Rogatory.Core.Sealing;

/// <summary>Where partners write what they sealed themselves. What lies here can change under our hands.</summary>
public interface IInbound
{
    /// <summary>A link that creates and writes the one blob <c>{path}</c> until the instant, and reads nothing.</summary>
    Task<Uri> LinkAsync(SealedPath path, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The length of what was written and committed, or null when there is nothing.</summary>
    Task<long?> FindSizeAsync(SealedPath path, CancellationToken cancellationToken);

    /// <summary>Removes what was written, committed or not; what is gone already is no failure.</summary>
    Task ClearAsync(SealedPath path, CancellationToken cancellationToken);
}
