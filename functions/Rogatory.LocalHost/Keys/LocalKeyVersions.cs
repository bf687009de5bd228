using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure.Core.Cryptography;
using Rogatory.Core.Retention;
using Rogatory.Envelope;

namespace Rogatory.LocalHost.Keys;

/// <summary>
/// The versions of the key-encryption key in files, where a deployment has a key vault; and the resolver that knows them alone. A version that
/// is disabled keeps its file under another name: whoever renames it back enables it again.
/// </summary>
public sealed class LocalKeyVersions(DataDirectory data) : IKeyVersions, IKeyEncryptionKeyResolver, IDisposable
{
    private readonly ConcurrentDictionary<int, LocalKeyEncryptionKey> _loaded = new();

    public Task<IReadOnlyList<KeyVersion>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<KeyVersion>>(
        [.. data.KekFiles().Select(file => (File: file, Key: Load(file))).Select(one =>
            new KeyVersion(one.Key.KeyId, DataDirectory.MadeAt(one.File.Path), one.File.IsEnabled ? one.Key.PublicKey : null))]);

    public Task MakeAsync(CancellationToken cancellationToken)
    {
        data.MakeKek();
        return Task.CompletedTask;
    }

    public Task DisableAsync(string keyId, CancellationToken cancellationToken)
    {
        foreach (KekFile file in data.KekFiles().Where(file => file.IsEnabled && Load(file).KeyId == keyId))
            data.DisableKek(file);
        return Task.CompletedTask;
    }

    public IKeyEncryptionKey Resolve(string keyId, CancellationToken cancellationToken = default)
    {
        (KekFile File, LocalKeyEncryptionKey Key) found = data.KekFiles().Select(file => (file, Load(file))).FirstOrDefault(one => one.Item2.KeyId == keyId);
        if (found.Key is null)
            throw new CryptographicException("The key is not one of this authority.");
        return found.File.IsEnabled ? found.Key : throw new KeyDisabledException();
    }

    public Task<IKeyEncryptionKey> ResolveAsync(string keyId, CancellationToken cancellationToken = default) =>
        Task.FromResult(Resolve(keyId, cancellationToken));

    public void Dispose()
    {
        foreach (LocalKeyEncryptionKey key in _loaded.Values)
            key.Dispose();
    }

    // A version's file never changes, but for its name.
    private LocalKeyEncryptionKey Load(KekFile file) =>
        _loaded.GetOrAdd(file.Version, _ => new LocalKeyEncryptionKey(data.Read(file.Path)));
}
