using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rogatory.Api.Authentication;
using Rogatory.Api.Sealing;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Case;
using Rogatory.Core.Drills;
using Rogatory.Core.Receipt;

namespace Rogatory.Api.Drills;

/// <summary>Calls the front door as officers and partners whom a drill's script plays: over HTTP, authenticated as anyone is.</summary>
public sealed class ScriptedCaller(PublicOrigin origin, OfficerTokenSettings tokens, TimeProvider time, ScriptKey? script = null) : IDisposable
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(60),
        MaxResponseContentBufferSize = 16 * 1024 * 1024,
    };

    private ScriptKey Script => script ?? throw new InvalidOperationException("There is no script where matters are real.");

    /// <summary>The key that partners whom the script plays are registered with.</summary>
    public EcJwk PublicKey => Script.PublicKey;

    /// <summary>Calls as an officer of the script.</summary>
    /// <exception cref="StorageUnavailableException">There is no answer, or none that is one.</exception>
    public async Task<ScriptedAnswer> AsOfficerAsync(string name, HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        string token = await TokenAsync(name, cancellationToken);
        return await SendAsync(method, path, body is null ? null : ApiJsonBytes(body), "application/json",
            request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token), cancellationToken);
    }

    /// <summary>Adds material to a case as an officer of the script.</summary>
    /// <exception cref="StorageUnavailableException">There is no answer, or none that is one.</exception>
    public async Task<ScriptedAnswer> AddAsync(string name, CaseId @case, DrillAddition addition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addition);
        string token = await TokenAsync(name, cancellationToken);
        byte[] content = addition.Item.ToBytes();
        return await SendAsync(HttpMethod.Put, $"/cases/{@case}/items/{addition.Item.Id}", content, addition.Item.Type, request =>
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            HttpContentHeaders fields = request.Content!.Headers;
            fields.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = addition.Item.Name };
            fields.Add("Content-Digest", ContentDigest.Of(content).ToString());
            fields.Add(ItemDeclaration.CategoriesField, addition.DataCategories.Count == 0 ? "none" : string.Join(", ", addition.DataCategories));
            fields.Add(ItemDeclaration.OriginField, addition.Origin);
            if (addition.State is { } state)
                fields.Add(ItemDeclaration.StateField, state);
            if (addition.Instrument is { } instrument)
                fields.Add(ItemDeclaration.InstrumentField, instrument);
        }, cancellationToken);
    }

    /// <summary>Calls as a partner of the script, signed.</summary>
    /// <exception cref="StorageUnavailableException">There is no answer, or none that is one.</exception>
    public async Task<ScriptedAnswer> AsPartnerAsync(PartnerId partner, HttpMethod method, string path, byte[]? content, string type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        IReadOnlyDictionary<string, string> fields = await HttpMessageSigner.SignAsync(
            Script.Signer, method.Method, $"{origin}{ApiEndpoints.Base}{path}", partner, content is null ? null : ContentDigest.Of(content), time.GetUtcNow(),
            RandomNumberGenerator.GetHexString(32, lowercase: true), cancellationToken);
        return await SendAsync(method, path, content, type, request =>
        {
            foreach ((string name, string value) in fields)
                _ = request.Headers.TryAddWithoutValidation(name, value) || request.Content!.Headers.TryAddWithoutValidation(name, value);
        }, cancellationToken);
    }

    /// <summary>A statement that a partner of the script signs.</summary>
    public Task<string> SignAsync(string type, JsonObject payload, CancellationToken cancellationToken) => Statement.SignAsync(type, payload, Script.Signer, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<string> TokenAsync(string name, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        var claims = new JsonObject
        {
            ["at"] = Statement.FormatTime(now),
            ["iss"] = ScriptedOfficer.Issuer,
            ["aud"] = tokens.Audience,
            ["sub"] = ScriptedOfficer.IdOf(name).ToString(),
            ["roles"] = new JsonArray([.. ScriptedOfficer.Of(name).Select(role => JsonValue.Create(ApiJson.Word(role)))]),
            ["amr"] = new JsonArray("mfa"),
            ["sid"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + TokenLifetime).ToUnixTimeSeconds(),
        };
        return await Statement.SignAsync("JWT", claims, Script.Signer, cancellationToken);
    }

    private async Task<ScriptedAnswer> SendAsync(
        HttpMethod method, string path, byte[]? content, string type, Action<HttpRequestMessage> authorize, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"{origin}{ApiEndpoints.Base}{path}");
        if (content is not null)
            request.Content = new ByteArrayContent(content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        authorize(request);
        try
        {
            using HttpResponseMessage answer = await _http.SendAsync(request, cancellationToken);
            int status = (int)answer.StatusCode;
            return status < 500 ? new ScriptedAnswer(status, await answer.Content.ReadAsByteArrayAsync(cancellationToken)) : throw new StorageUnavailableException("front-door");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new StorageUnavailableException("front-door", failure);
        }
    }

    private static byte[] ApiJsonBytes(JsonObject body) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body);
}
