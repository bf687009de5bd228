using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Receipt;
using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>A partner authority with keys of its own.</summary>
internal sealed class Partner(string id, HttpClient http, Uri origin) : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public PartnerId Id { get; } = PartnerId.Parse(id);

    /// <summary>What its entry in the partner register is to be.</summary>
    public JsonObject Entry()
    {
        using var encryption = RSA.Create(2048);
        return new JsonObject
        {
            ["authority"] = $"Authority {Id} (fictitious)",
            ["jurisdiction"] = "FR",
            ["signingKeys"] = new JsonArray(Dated(EcJwk.From(_key).ToJson())),
            ["encryptionKeys"] = new JsonArray(Dated(RsaJwk.From(encryption).ToJson())),
        };

        static JsonObject Dated(JsonObject key) => new() { ["key"] = key, ["validFrom"] = "2026-01-01T00:00:00Z", ["validUntil"] = "2030-12-31T00:00:00Z" };
    }

    /// <summary>The fields that sign a call, its content given by its digest.</summary>
    public IReadOnlyDictionary<string, string> Sign(string method, string path, ContentDigest? digest = null, TimeSpan age = default, string? keyId = null, PartnerId? name = null,
        string? nonce = null) =>
        new HttpMessageSigner(keyId ?? EcJwk.From(_key).KeyId, _key).Sign(
            method, origin.GetLeftPart(UriPartial.Authority) + path, name ?? Id, digest, TimeProvider.System.GetUtcNow() - age, nonce);

    public Task<Answer> OpenAsync(JsonObject letter) => PostAsync(SampleRequests.ToBytes(letter));

    public Task<Answer> PostAsync(byte[] request) => CallAsync(HttpMethod.Post, "/api/v1/requests", request);

    public Task<Answer> GetAsync(string path) => CallAsync(HttpMethod.Get, $"/api/v1{path}", content: null);

    /// <summary>Asks for a disclosure: key envelopes and links.</summary>
    public Task<Answer> FetchAsync(string disclosure)
    {
        string path = $"/api/v1/disclosures/{disclosure}";
        return CallAsync(HttpMethod.Get, path, content: null, Sign("GET", path, nonce: RandomNumberGenerator.GetHexString(32, lowercase: true)));
    }

    /// <summary>A statement signed with the key that signs the calls.</summary>
    public Task<string> SignAsync(string type, JsonObject payload) => Statement.SignAsync(type, payload, new Signer(_key), CancellationToken.None);

    public Task<Answer> SendAsync(string @case, string item, byte[] content) =>
        CallAsync(HttpMethod.Put, $"/api/v1/requests/{@case}/items/{item}", content);

    /// <summary>Makes a signed call; what is sent may differ from what was signed.</summary>
    public async Task<Answer> CallAsync(HttpMethod method, string path, byte[]? content, IReadOnlyDictionary<string, string>? signature = null, string? type = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(origin, path));
        if (content is not null)
        {
            request.Content = new ByteArrayContent(content);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type ?? (method == HttpMethod.Post ? "application/json" : "application/octet-stream"));
            request.Headers.ExpectContinue = true;
        }

        signature ??= Sign(method.Method, path, content is null ? null : ContentDigest.Of(content));
        foreach (var (name, value) in signature)
            _ = request.Headers.TryAddWithoutValidation(name, value) || request.Content!.Headers.TryAddWithoutValidation(name, value);
        return await Answer.OfAsync(await http.SendAsync(request));
    }

    public void Dispose() => _key.Dispose();

    private sealed class Signer(ECDsa key) : IStatementSigner
    {
        public string KeyId { get; } = EcJwk.From(key).KeyId;

        public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken) =>
            ValueTask.FromResult(key.SignData(signingInput.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }
}
