using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure;
using Azure.Core.Cryptography;
using Rogatory.Core;
using Rogatory.Core.Retention;
using Rogatory.Envelope;

namespace Rogatory.Azure.Sealing;

/// <summary>Wraps and unwraps with key-encryption keys that a resolver finds: Key Vault's, or a local one.</summary>
/// <param name="resolver">Must find no key but those of the home authority: it is asked for whatever a stored envelope names.</param>
/// <param name="keys">Say which version wraps, and which are disabled.</param>
public sealed class ResolverKeyWrap(IKeyEncryptionKeyResolver resolver, CurrentKeys keys) : IKeyWrap
{
    private const string Algorithm = "RSA-OAEP-256";
    private const string Store = "kek";

    // Old versions are few. A resolved key spares a request: one to resolve it, one to unwrap.
    private const int MostResolved = 100;

    private readonly ConcurrentDictionary<string, IKeyEncryptionKey> resolved = new(StringComparer.Ordinal);

    public async ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        try
        {
            var wrapping = await ResolveAsync((await keys.NewestAsync(cancellationToken)).KeyId, cancellationToken);
            return new WrappedKey(wrapping.KeyId, await wrapping.WrapKeyAsync(Algorithm, key, cancellationToken));
        }
        catch (Exception failure) when (StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(Store, failure);
        }
    }

    public async ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken)
    {
        try
        {
            if (await keys.IsDisabledAsync(keyId, cancellationToken))
                throw new KeyDisabledException();
            var unwrapping = await ResolveAsync(keyId, cancellationToken);
            return await unwrapping.UnwrapKeyAsync(Algorithm, wrappedKey, cancellationToken);
        }
        catch (RequestFailedException refusal) when (refusal.Status is 400 or 404)
        {
            throw new CryptographicException("The key is unknown or does not unwrap this.", refusal);
        }
        catch (Exception failure) when (failure is not CryptographicException && StorageFailure.Covers(failure, cancellationToken))
        {
            throw new StorageUnavailableException(Store, failure);
        }
    }

    private async ValueTask<IKeyEncryptionKey> ResolveAsync(string keyId, CancellationToken cancellationToken)
    {
        if (resolved.TryGetValue(keyId, out var known))
            return known;
        var found = await resolver.ResolveAsync(keyId, cancellationToken);
        if (resolved.Count < MostResolved)
            resolved.TryAdd(keyId, found);
        return found;
    }
}
