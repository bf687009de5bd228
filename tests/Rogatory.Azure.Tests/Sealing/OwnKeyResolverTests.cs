using System.Security.Cryptography;
using Azure.Core.Cryptography;
using Rogatory.Azure.Sealing;

namespace Rogatory.Azure.Tests.Sealing;

public sealed class OwnKeyResolverTests : IKeyEncryptionKeyResolver
{
    private readonly List<string> _asked = [];
    private readonly OwnKeyResolver _resolver;

    public OwnKeyResolverTests() => _resolver = new OwnKeyResolver(this, new Uri("https://our.vault.azure.net/keys/kek"));

    [Theory]
    [InlineData("https://our.vault.azure.net/keys/kek")]
    [InlineData("https://our.vault.azure.net/keys/kek/0123456789abcdef0123456789abcdef")]
    public async Task Our_key_and_its_versions_are_resolved(string keyId)
    {
        _resolver.Resolve(keyId);
        await _resolver.ResolveAsync(keyId);
        Assert.Equal([keyId, keyId], _asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("kek")]
    [InlineData("http://our.vault.azure.net/keys/kek")]
    [InlineData("https://our.vault.azure.net/keys/kek/")]
    [InlineData("https://our.vault.azure.net/keys/kek2")]
    [InlineData("https://our.vault.azure.net/keys/kek/../signing")]
    [InlineData("https://our.vault.azure.net/keys/kek/a/b")]
    [InlineData("https://our.vault.azure.net/keys/kek/a?x=1")]
    [InlineData("https://our.vault.azure.net/secrets/kek")]
    [InlineData("https://our.vault.azure.net.attacker.example/keys/kek")]
    [InlineData("https://our.vault.azure.net@attacker.example/keys/kek")]
    public async Task No_other_is_asked_for(string keyId)
    {
        Assert.Throws<CryptographicException>(() => _resolver.Resolve(keyId));
        await Assert.ThrowsAsync<CryptographicException>(() => _resolver.ResolveAsync(keyId));
        Assert.Empty(_asked);
    }

    IKeyEncryptionKey IKeyEncryptionKeyResolver.Resolve(string keyId, CancellationToken cancellationToken)
    {
        _asked.Add(keyId);
        return null!;
    }

    Task<IKeyEncryptionKey> IKeyEncryptionKeyResolver.ResolveAsync(string keyId, CancellationToken cancellationToken)
    {
        _asked.Add(keyId);
        return Task.FromResult<IKeyEncryptionKey>(null!);
    }
}
