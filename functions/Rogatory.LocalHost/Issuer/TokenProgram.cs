using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Receipt;
using Rogatory.LocalHost.Keys;

namespace Rogatory.LocalHost.Issuer;

/// <summary>Prints an officer's token for one hour.</summary>
internal static class TokenProgram
{
    private const string Usage = "token --data DIRECTORY --officer ID --roles reviewer,admin      print an officer's token for one hour";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var options = new CommandOptions(args, "--data", "--officer", "--roles");
            await Console.Out.WriteLineAsync(Sign(new DataDirectory(options.Get("--data")), options.Get("--officer"), options.Get("--roles")));
            return 0;
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\n\n{Usage}");
            return 2;
        }
        catch (InvalidOperationException missing)
        {
            await Console.Error.WriteLineAsync(missing.Message);
            return 1;
        }
    }

    private static string Sign(DataDirectory data, string officer, string roles)
    {
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
                SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = keyId }, SecurityAlgorithms.EcdsaSha256),
            });
        }
    }
}
