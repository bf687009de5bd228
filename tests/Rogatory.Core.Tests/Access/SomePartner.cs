using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Tests.Access;

/// <summary>Entries of a partner, with keys of a kind.</summary>
internal static class SomePartner
{
    private static readonly string[] SigningKeys = [.. Enumerable.Range(0, 4).Select(_ => NewSigningKey())];
    private static readonly string[] EncryptionKeys = [.. Enumerable.Range(0, 4).Select(_ => NewEncryptionKey())];

    /// <summary>The n-th of a few signing keys.</summary>
    public static DatedKey Signing(int n = 0, DateTimeOffset? from = null, DateTimeOffset? until = null) => Dated(SigningKeys[n], from, until);

    /// <summary>The n-th of a few encryption keys.</summary>
    public static DatedKey Encryption(int n = 0, DateTimeOffset? from = null, DateTimeOffset? until = null) => Dated(EncryptionKeys[n], from, until);

    public static PartnerEntry Entry() => new("Parquet de démonstration", StateCode.Parse("FR"), [Signing()], [Encryption()]);

    public static string IdOf(DatedKey key) => Jwk.Parse(key.Key).KeyId;

    public static string NewSigningKey(string? id = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return EcJwk.From(key, id).ToJson().ToJsonString();
    }

    public static string NewPrivateKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return PrivateJwk.Write(key);
    }

    private static string NewEncryptionKey()
    {
        using var key = RSA.Create(2048);
        return RsaJwk.From(key).ToJson().ToJsonString();
    }

    private static DatedKey Dated(string key, DateTimeOffset? from, DateTimeOffset? until) => new(key, from ?? Some.Time, until ?? Some.Time.AddYears(2));
}
