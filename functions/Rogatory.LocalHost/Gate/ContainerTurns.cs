namespace Rogatory.LocalHost.Gate;

/// <summary>Keeps a container from being deleted while a policy or hold is being set in it, and the other way round.</summary>
internal sealed class ContainerTurns
{
    private const int BeingDeleted = -1;
    private readonly Dictionary<(string Account, string Container), int> _settings = [];

    /// <summary>Null while the container is being deleted.</summary>
    public IDisposable? TryEnterSetting(BlobPath path)
    {
        var key = (path.Account, path.Container);
        lock (_settings)
        {
            var count = _settings.GetValueOrDefault(key);
            if (count == BeingDeleted) return null;
            _settings[key] = count + 1;
            return new Turn(this, key);
        }
    }

    /// <summary>Null while something is being set in the container, or it is being deleted already.</summary>
    public IDisposable? TryEnterDelete(BlobPath path)
    {
        var key = (path.Account, path.Container);
        lock (_settings)
            return _settings.TryAdd(key, BeingDeleted) ? new Turn(this, key) : null;
    }

    private sealed class Turn(ContainerTurns turns, (string Account, string Container) key) : IDisposable
    {
        public void Dispose()
        {
            lock (turns._settings)
            {
                if (turns._settings[key] > 1) turns._settings[key]--;
                else turns._settings.Remove(key);
            }
        }
    }
}
