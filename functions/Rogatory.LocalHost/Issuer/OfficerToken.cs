using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Receipt;
using Rogatory.LocalHost.Keys;

namespace Rogatory.LocalHost.Issuer;

/// <summary>An officer's token, signed by the local issuer's key.</summary>
public static class OfficerToken
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Makes a token for one hour, of a session of its own.</summary>
    /// <param name="data">Holds the issuer's key, and for whom it signs.</param>
    /// <param name="officer">The officer's id.</param>
    /// <param name="roles">One or more roles, separated by commas.</param>
    /// <exception cref="FormatException">The officer or a role is not one.</exception>
    /// <exception cref="InvalidOperationException">The directory holds no key, or no host has run with it.</exception>
    public static string Sign(DataDirectory data, string officer, string roles)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(roles);
        string[] names = roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0 || !names.All(name => Enum.TryParse<OfficerRole>(name, ignoreCase: true, out _)))
            throw new FormatException($"--roles takes one or more of {string.Join(", ", Enum.GetNames<OfficerRole>()).ToLowerInvariant()}.");
        OfficerTokenSettings issuer = data.ReadIssuer();
        (ECDsa key, string keyId) = PrivateJwk.ParseEc(data.Read(data.IssuerFile));
        using (key)
        {
            DateTime now = DateTime.UtcNow;
            return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Issuer = issuer.Issuer,
                Audience = issuer.Audience,
                IssuedAt = now,
                NotBefore = now,
                Expires = now + Lifetime,
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = OfficerId.Parse(officer).ToString(),
                    ["roles"] = names,
                    ["amr"] = new[] { "pwd", "otp", "mfa" },
                    ["sid"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
                },
                SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = keyId }, SecurityAlgorithms.EcdsaSha256)
                {
                    // The library would go on using this key, under its id, after it is disposed.
                    CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
                },
            });
        }
    }
}
