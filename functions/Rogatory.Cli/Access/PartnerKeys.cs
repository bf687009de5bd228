using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Access;

/// <summary>A partner's key file: a JWK set of two private keys, one to sign with and one that items can be sealed to.</summary>
internal static class PartnerKeys
{
    private const int EncryptionKeyBits = 3072;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Makes both keys; gives the text of the file, and the public halves as <c>partner register</c> takes them.</summary>
    public static (string File, JsonObject Public) New()
    {
        using var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var encryption = RSA.Create(EncryptionKeyBits);
        var file = new JsonObject { ["keys"] = new JsonArray(JsonNode.Parse(PrivateJwk.Write(signing)), JsonNode.Parse(PrivateJwk.Write(encryption))) };
        return (file.ToJsonString(new() { WriteIndented = true }) + "\n", PublicOf(signing, encryption));
    }

    /// <summary>The public halves of what stands in a key file.</summary>
    public static async Task<JsonObject> ReadPublicAsync(string path, CancellationToken cancellationToken)
    {
        var keys = PlainText.List(await Files.ReadJsonAsync(path, cancellationToken), "keys").ToList();
        try
        {
            using var signing = PrivateJwk.ParseEc(One(keys, "sig", path).ToJsonString()).Key;
            using var encryption = PrivateJwk.ParseRsa(One(keys, "enc", path).ToJsonString()).Key;
            return PublicOf(signing, encryption);
        }
        catch (FormatException fault)
        {
            throw CommandFailedException.Usage($"The keys in {path} cannot be used: {fault.Message}", inner: fault);
        }
    }

    /// <summary>The private key that items can be sealed to. The caller disposes it.</summary>
    public static async Task<(RSA Key, string KeyId)> ReadEncryptionKeyAsync(string path, CancellationToken cancellationToken)
    {
        var keys = PlainText.List(await Files.ReadJsonAsync(path, cancellationToken), "keys").ToList();
        try
        {
            return PrivateJwk.ParseRsa(One(keys, "enc", path).ToJsonString());
        }
        catch (FormatException fault)
        {
            throw CommandFailedException.Usage($"The key in {path} cannot be used: {fault.Message}", inner: fault);
        }
    }

    private static JsonObject PublicOf(ECDsa signing, RSA encryption) =>
        new() { ["signingKey"] = EcJwk.From(signing).ToJson(), ["encryptionKey"] = RsaJwk.From(encryption).ToJson() };

    private static JsonObject One(List<JsonObject> keys, string use, string path) =>
        keys.Find(one => PlainText.Of(one, "use") == use)
        ?? throw CommandFailedException.Usage($"{path} is not a partner's key file.", "Make one with: rogatory keys new --out partner.jwk");

    public static async Task<(ECDsa Key, string KeyId)> ReadSigningKeyAsync(string path, Screen screen, CancellationToken cancellationToken)
    {
        var set = await Files.ReadJsonAsync(path, cancellationToken);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
            screen.Note($"Others can read {path}: run chmod 600 on it.");
        var key = PlainText.List(set, "keys").FirstOrDefault(one => PlainText.Of(one, "use") == "sig")
            ?? throw CommandFailedException.Usage($"{path} holds no key to sign with.", "Make one with: rogatory keys new --out partner.jwk");
        try
        {
            return PrivateJwk.ParseEc(key.ToJsonString());
        }
        catch (FormatException fault)
        {
            throw CommandFailedException.Usage($"The key in {path} cannot be used: {fault.Message}", inner: fault);
        }
    }
}
