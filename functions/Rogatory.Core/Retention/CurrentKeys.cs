namespace Rogatory.Core.Retention;

/// <summary>The versions of our key-encryption key as they were a short while ago, so that not every wrap asks where they are kept.</summary>
public sealed class CurrentKeys(IKeyVersions versions, TimeProvider time)
{
    /// <summary>How long what was seen is not asked for again. A version that was made elsewhere is in use here after that time.</summary>
    public static readonly TimeSpan SeenFor = TimeSpan.FromMinutes(5);

    /// <summary>How long what was seen is good for where the keys can't be asked for: far shorter than a retired version still unwraps.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(1);

    private static readonly TimeSpan AskedInVainFor = TimeSpan.FromSeconds(30);

    private volatile Seen? _seen;

    /// <summary>All versions, the oldest first.</summary>
    /// <exception cref="StorageUnavailableException">Where the keys are kept does not answer, and has not for too long.</exception>
    public async ValueTask<IReadOnlyList<KeyVersion>> ListAsync(CancellationToken cancellationToken)
    {
        Seen? seen = _seen;
        if (seen is not null && time.GetUtcNow() < seen.AskAgainAt)
            return seen.Versions;
        try
        {
            return await RefreshAsync(cancellationToken);
        }
        catch (StorageUnavailableException) when (seen is not null && time.GetUtcNow() < seen.At + GoodFor)
        {
            _seen = seen with { AskAgainAt = time.GetUtcNow() + AskedInVainFor };
            return seen.Versions;
        }
    }

    /// <summary>The version that wraps.</summary>
    public async ValueTask<KeyVersion> NewestAsync(CancellationToken cancellationToken) => NewestOf(await ListAsync(cancellationToken));

    /// <summary>The version that wraps, among these.</summary>
    /// <exception cref="StorageUnavailableException">Every version is disabled.</exception>
    public static KeyVersion NewestOf(IReadOnlyList<KeyVersion> versions) =>
        versions.LastOrDefault(one => one.IsEnabled) ?? throw new StorageUnavailableException("kek");

    /// <summary>Whether the version is known to be disabled.</summary>
    public async ValueTask<bool> IsDisabledAsync(string keyId, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).Any(one => one.KeyId == keyId && !one.IsEnabled);

    /// <summary>Asks again at once.</summary>
    public async Task<IReadOnlyList<KeyVersion>> RefreshAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset at = time.GetUtcNow();
        IReadOnlyList<KeyVersion> found = await versions.ListAsync(cancellationToken);
        _seen = new Seen(found, at, at + SeenFor);
        return found;
    }

    private sealed record Seen(IReadOnlyList<KeyVersion> Versions, DateTimeOffset At, DateTimeOffset AskAgainAt);
}
