namespace Rogatory.Core.Retention;

/// <summary>The versions of our key-encryption key, where it is kept. None is ever deleted.</summary>
public interface IKeyVersions
{
    /// <summary>All there are, the oldest first. The newest one that is enabled wraps.</summary>
    Task<IReadOnlyList<KeyVersion>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Makes another one, which is the newest from here on.</summary>
    Task MakeAsync(CancellationToken cancellationToken);

    /// <summary>Lets a version unwrap nothing any more. Disabling it again is no failure.</summary>
    Task DisableAsync(string keyId, CancellationToken cancellationToken);
}
