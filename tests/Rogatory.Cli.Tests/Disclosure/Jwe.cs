using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Cli.Tests.Disclosure;

/// <summary>Key envelopes as a forger with our public key would make them.</summary>
internal static class Jwe
{
    /// <summary>The envelope with something else in it, sealed to the partner as well as the first.</summary>
    public static byte[] Change(byte[] envelope, Action<JsonObject> change)
    {
        using var rsa = Partner.OpenEncryptionKey();
        var json = JsonNode.Parse(envelope)!;
        var key = rsa.Decrypt(Bytes(json["recipients"]![0]!["encrypted_key"]), RSAEncryptionPadding.OaepSHA256);
        using var aes = new AesGcm(key, 16);
        var (nonce, sealedText, tag) = (Bytes(json["iv"]), Bytes(json["ciphertext"]), Bytes(json["tag"]));
        var associated = Encoding.ASCII.GetBytes((string)json["protected"]!);
        var plain = new byte[sealedText.Length];
        aes.Decrypt(nonce, sealedText, tag, plain, associated);

        var content = (JsonObject)JsonNode.Parse(plain)!;
        change(content);
        plain = Encoding.UTF8.GetBytes(content.ToJsonString());
        (nonce, sealedText) = (RandomNumberGenerator.GetBytes(12), new byte[plain.Length]);
        aes.Encrypt(nonce, plain, sealedText, tag, associated);
        (json["iv"], json["ciphertext"], json["tag"]) = (Base64Url.EncodeToString(nonce), Base64Url.EncodeToString(sealedText), Base64Url.EncodeToString(tag));
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    private static byte[] Bytes(JsonNode? node) => Base64Url.DecodeFromChars((string)node!);
}
