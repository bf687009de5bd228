using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Access;

/// <summary>A partner's key file: a JWK set of two private keys, one to sign with and one that items can be sealed to.</summary>
internal static class PartnerKeys
{
    private const int EncryptionKeyBits = 3072;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Makes both keys; gives the text of the file, and the public halves as <c>partner propose</c> takes them.</summary>
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
        using var signing = (await ReadSigningKeyAsync(path, cancellationToken)).Key;
        using var encryption = (await ReadEncryptionKeyAsync(path, cancellationToken)).Key;
        return PublicOf(signing, encryption);
    }

    private static JsonObject PublicOf(ECDsa signing, RSA encryption) =>
        new() { ["signingKey"] = EcJwk.From(signing).ToJson(), ["encryptionKey"] = RsaJwk.From(encryption).ToJson() };

    private static JsonObject One(List<JsonObject> keys, string use, string path) =>
        keys.Find(one => PlainText.Of(one, "use") == use)
        ?? throw CommandFailedException.Usage($"{path} is not a partner's key file.", "Make one with: rogatory keys new --out partner.jwk");

    /// <summary>The private key that signs calls and statements. The caller disposes it.</summary>
    public static Task<(ECDsa Key, string KeyId)> ReadSigningKeyAsync(string path, CancellationToken cancellationToken) =>
        ReadAsync(path, "sig", PrivateJwk.ParseEc, cancellationToken);

    /// <summary>The private key that opens what was sealed to the partner. The caller disposes it.</summary>
    public static Task<(RSA Key, string KeyId)> ReadEncryptionKeyAsync(string path, CancellationToken cancellationToken) =>
        ReadAsync(path, "enc", PrivateJwk.ParseRsa, cancellationToken);

    public static void NoteIfOthersCanRead(string path, Screen screen)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
            screen.Note($"Others can read {path}: run chmod 600 on it.");
    }

    private static async Task<T> ReadAsync<T>(string path, string use, Func<string, T> parse, CancellationToken cancellationToken)
    {
        var keys = PlainText.List(await Files.ReadJsonAsync(path, cancellationToken), "keys").ToList();
        try
        {
            return parse(One(keys, use, path).ToJsonString());
        }
        catch (FormatException fault)
        {
            throw CommandFailedException.Usage($"The keys in {path} cannot be used: {fault.Message}", inner: fault);
        }
    }
}
