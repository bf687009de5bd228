using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.Cli.Access;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Tests.Disclosure;

/// <summary>A partner's keys, made once: RSA keys take their time.</summary>
internal static class Partner
{
    private static readonly (string File, JsonObject Public) Keys = PartnerKeys.New();

    public const string Id = "fr-pnf";

    public static string KeyFile => Keys.File;

    public static EcJwk SigningKey { get; } = EcJwk.Parse(Keys.Public["signingKey"]!.ToJsonString());

    public static RsaJwk EncryptionKey { get; } = RsaJwk.Parse(Keys.Public["encryptionKey"]!.ToJsonString());

    public static RSA OpenEncryptionKey() => PrivateJwk.ParseRsa(Private("enc")).Key;

    public static string Private(string use) =>
        JsonNode.Parse(KeyFile)!["keys"]!.AsArray().Single(key => (string?)key!["use"] == use)!.ToJsonString();

    /// <summary>The key file with another key to open with.</summary>
    public static string KeyFileWithAnotherEncryptionKey()
    {
        using var other = RSA.Create(2048);
        return $$"""{"keys":[{{Private("sig")}},{{PrivateJwk.Write(other)}}]}""";
    }
}
