using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Sealing;

/// <summary>A body that a partner sealed at its own desk, and what it says of it; a test may lie with any of it.</summary>
internal sealed record SealedByPartner(byte[] Body, byte[] KeyEnvelope, byte[] Header, byte[] Commitment, byte[] SealedRoot)
{
    public static async Task<SealedByPartner> SealAsync(CaseId @case, string item, byte[] plaintext, IKeyWrap keyWrap, bool forVault = false)
    {
        using var sealer = new ItemSealer(@case.ToString(), item);
        using var body = new MemoryStream();
        SealedContent content = await sealer.SealAsync(plaintext, body, CancellationToken.None);
        var description = new ItemDescription("my own name.bin", "application/octet-stream", plaintext.Length, SHA256.HashData(plaintext));
        byte[] envelope = forVault
            ? await sealer.WrapForVaultAsync(description, keyWrap, CancellationToken.None)
            : await sealer.WrapKeyAsync(description, keyWrap, CancellationToken.None);
        return new SealedByPartner(body.ToArray(), envelope, sealer.Header.ToArray(), sealer.Commitment, content.SealedRoot);
    }

    /// <summary>The same with an envelope that claims another digest of the plaintext, as a liar's own tool would write it.</summary>
    public async Task<SealedByPartner> ClaimAsync(byte[] sha256, IKeyWrap keyWrap)
    {
        JsonNode envelope = JsonNode.Parse(KeyEnvelope)!;
        byte[] Bytes(JsonNode? text) => Base64Url.DecodeFromChars(text!.GetValue<string>());
        JsonNode recipient = envelope["recipients"]![0]!;
        byte[] key = await keyWrap.UnwrapAsync(recipient["header"]!["kid"]!.GetValue<string>(), Bytes(recipient["encrypted_key"]), default);
        byte[] associated = Encoding.ASCII.GetBytes(envelope["protected"]!.GetValue<string>());
        byte[] ciphertext = Bytes(envelope["ciphertext"]), payload = new byte[ciphertext.Length], tag = Bytes(envelope["tag"]);
        using var aes = new AesGcm(key, tag.Length);
        aes.Decrypt(Bytes(envelope["iv"]), ciphertext, tag, payload, associated);
        JsonNode content = JsonNode.Parse(payload)!;
        content["sha256"] = Convert.ToHexStringLower(sha256);
        payload = JsonSerializer.SerializeToUtf8Bytes(content);
        ciphertext = new byte[payload.Length];
        aes.Encrypt(Bytes(envelope["iv"]), payload, ciphertext, tag, associated);
        envelope["ciphertext"] = Base64Url.EncodeToString(ciphertext);
        envelope["tag"] = Base64Url.EncodeToString(tag);
        return this with { KeyEnvelope = JsonSerializer.SerializeToUtf8Bytes(envelope) };
    }

    public CompletedUpload Completes(SealedPath path, PartnerId? partner = null) =>
        new(partner ?? TestAuthority.Partner, path, KeyEnvelope, Header, Commitment, SealedRoot, Body.Length);
}
