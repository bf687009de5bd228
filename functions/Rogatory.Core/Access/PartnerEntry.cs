using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Access;

/// <summary>A partner as an admin registers it.</summary>
/// <param name="Partner">The id it will sign with.</param>
/// <param name="Authority">The authority's name, at most 200 characters.</param>
/// <param name="Jurisdiction">The state it belongs to.</param>
/// <param name="SigningKey">Public EC P-256 JWK, as JSON.</param>
/// <param name="EncryptionKey">Public RSA JWK, as JSON.</param>
/// <param name="ValidFrom">From when.</param>
/// <param name="ValidUntil">Until when; at most five years on.</param>
public sealed record PartnerEntry(
    PartnerId Partner, string Authority, StateCode Jurisdiction, string SigningKey, string EncryptionKey, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil)
{
    private const int MostAuthority = 200;
    private const int MostYears = 5;

    /// <summary>Refuses an entry that could not be used.</summary>
    /// <exception cref="RefusedException"><c>partner-malformed</c>.</exception>
    public void Check()
    {
        if (string.IsNullOrWhiteSpace(Authority) || Authority.Length > MostAuthority || Authority.Any(char.IsControl))
            throw Malformed("/authority", "The authority's name is 1 to 200 characters without control characters.");
        (DateTime from, DateTime until) = (ValidFrom.UtcDateTime, ValidUntil.UtcDateTime);
        if (until <= from || from.Year > DateTime.MaxValue.Year - MostYears || until > from.AddYears(MostYears))
            throw Malformed("/validUntil", "An entry is valid for more than nothing and at most five years.");
        if (!IsKey<EcJwk>(SigningKey))
            throw Malformed("/signingKey", "The signing key is a public EC P-256 key as a JWK.");
        if (!IsKey<RsaJwk>(EncryptionKey))
            throw Malformed("/encryptionKey", "The encryption key is a public RSA key as a JWK.");
    }

    /// <summary>The event that registers it, with the keys in their one spelling.</summary>
    public PartnerRegistered ToEvent(CommandId command) => new()
    {
        Command = command,
        Partner = Partner,
        Authority = Authority,
        Jurisdiction = Jurisdiction,
        SigningKey = Jwk.Parse(SigningKey).ToJson().ToJsonString(),
        EncryptionKey = Jwk.Parse(EncryptionKey).ToJson().ToJsonString(),
        ValidFrom = ValidFrom,
        ValidUntil = ValidUntil,
    };

    private static bool IsKey<TKey>(string json)
        where TKey : Jwk
    {
        try
        {
            return Jwk.Parse(json) is TKey;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static RefusedException Malformed(string pointer, string detail) => RefusedException.Malformed("partner-malformed", pointer, detail);
}
