using System.Security.Cryptography;
using Azure.Core.Cryptography;

namespace Rogatory.Azure.Sealing;

/// <summary>Lets a resolver find the versions of one key and nothing else, so that what a stored envelope names can't send us elsewhere.</summary>
/// <param name="resolver">Finds any key by its id.</param>
/// <param name="key">The key's id without a version, such as <c>https://name.vault.azure.net/keys/kek</c>.</param>
public sealed class OwnKeyResolver(IKeyEncryptionKeyResolver resolver, Uri key) : IKeyEncryptionKeyResolver
{
    private const int MostVersionCharacters = 64;
    private readonly string _key = key.AbsoluteUri.TrimEnd('/');

    public IKeyEncryptionKey Resolve(string keyId, CancellationToken cancellationToken = default) =>
        resolver.Resolve(Checked(keyId), cancellationToken);

    public Task<IKeyEncryptionKey> ResolveAsync(string keyId, CancellationToken cancellationToken = default) =>
        resolver.ResolveAsync(Checked(keyId), cancellationToken);

    private string Checked(string keyId)
    {
        if (keyId == _key)
            return keyId;
        bool isOurs = keyId.StartsWith(_key + "/", StringComparison.Ordinal) && keyId[(_key.Length + 1)..] is { Length: > 0 and <= MostVersionCharacters } version
            && version.All(char.IsAsciiLetterOrDigit);
        return isOurs ? keyId : throw new CryptographicException("The key is not one of this authority.");
    }
}
