using System.Security.Cryptography;
using Azure;
using Azure.Core;
using Azure.Security.KeyVault.Keys;
using Rogatory.Core;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;

namespace Rogatory.Functions.Keys;

/// <summary>The versions of the key-encryption key in Key Vault. What changes them comes as an identity of its own, which wraps and unwraps nothing.</summary>
public sealed class VaultKeyVersions : IKeyVersions
{
    private const string Store = "kek";

    private readonly string _name;
    private readonly KeyClient _reader;
    private readonly KeyClient _keeper;

    /// <param name="key">The key's id, without a version: https://{vault}/keys/{name}.</param>
    /// <param name="reader">May read the public halves.</param>
    /// <param name="keeper">May make another version, and disable one.</param>
    public VaultKeyVersions(Uri key, TokenCredential reader, TokenCredential keeper)
    {
        Uri vault = new(key.GetLeftPart(UriPartial.Authority));
        _name = key.Segments[2].Trim('/');
        _reader = new KeyClient(vault, reader);
        _keeper = new KeyClient(vault, keeper);
    }

    public async Task<IReadOnlyList<KeyVersion>> ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            List<KeyVersion> found = [];
            await foreach (KeyProperties version in _reader.GetPropertiesOfKeyVersionsAsync(_name, cancellationToken))
            {
                DateTimeOffset madeAt = version.CreatedOn ?? DateTimeOffset.UnixEpoch;
                bool isEnabled = version.Enabled ?? true;
                string id = version.Id.AbsoluteUri;
                RsaJwk? open = null;
                if (isEnabled)
                    open = await ReadAsync(id, cancellationToken);
                found.Add(new KeyVersion(id, madeAt, open));
            }

            // Key Vault tells seconds: every instance must see the same one as the newest of two made in one.
            return [.. found.OrderBy(one => one.MadeAt).ThenBy(one => one.KeyId, StringComparer.Ordinal)];
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StorageUnavailableException(Store, failure);
        }
    }

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _keeper.RotateKeyAsync(_name, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StorageUnavailableException(Store, failure);
        }
    }

    public async Task DisableAsync(string keyId, CancellationToken cancellationToken)
    {
        try
        {
            KeyProperties version = new(new Uri(keyId)) { Enabled = false };
            await _keeper.UpdateKeyPropertiesAsync(version, keyOperations: null, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StorageUnavailableException(Store, failure);
        }
    }

    private async Task<RsaJwk> ReadAsync(string id, CancellationToken cancellationToken)
    {
        KeyVaultKey key = await _reader.GetKeyAsync(_name, new Uri(id).Segments[3], cancellationToken);
        using RSA rsa = key.Key.ToRSA();
        return RsaJwk.From(rsa, id);
    }
}
