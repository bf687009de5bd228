using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Access.Signatures;

namespace Rogatory.Cli.Http;

/// <summary>Calls the authority. What it refuses and that it cannot be reached come as <see cref="CommandFailedException"/>.</summary>
internal sealed class AuthorityClient : IDisposable
{
    /// <summary>The slug of an answer that ended before all of it was there.</summary>
    public const string BrokeOff = "broke-off";

    private const int MostAnswerBytes = 64 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private readonly HttpClient _http;
    private readonly string _authority;
    private readonly Caller _caller;

    /// <param name="authority">The authority's public origin, which signatures cover.</param>
    /// <param name="caller">Who calls.</param>
    public AuthorityClient(Uri authority, Caller caller)
    {
        if (!authority.IsAbsoluteUri || authority.Scheme is not ("https" or "http") || authority.Query + authority.Fragment + authority.UserInfo != "")
            throw CommandFailedException.Usage("--authority-url is not an address such as https://authority.example.");
        if (authority.Scheme == "http" && !authority.IsLoopback)
            throw CommandFailedException.Usage("--authority-url must begin with https://: only this machine itself is spoken to without encryption.");
        (_authority, _caller) = (authority.AbsoluteUri.TrimEnd('/'), caller);
        _http = new HttpClient(new SocketsHttpHandler
        {
            // A signature covers the address, and a token is for one authority: neither follows a redirection.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            Expect100ContinueTimeout = TimeSpan.FromSeconds(10),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<JsonObject> GetJsonAsync(string path, CancellationToken cancellationToken) =>
        Json(await GetBytesAsync(path, cancellationToken));

    public async Task<byte[]> GetBytesAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, null, _ => { }, Patience, cancellationToken);
        return await ReadAsync(answer, cancellationToken);
    }

    /// <summary>Sends JSON, and gives the answer's JSON; an empty object for an empty answer.</summary>
    public async Task<JsonObject> SendJsonAsync(HttpMethod method, string path, byte[]? json, CancellationToken cancellationToken)
    {
        using var content = json is null ? null : new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var digest = json is null ? null : ContentDigest.FromSha256(SHA256.HashData(json));
        using var answer = await SendAsync(method, path, content, digest, _ => { }, Patience, cancellationToken);
        return Json(await ReadAsync(answer, cancellationToken));
    }

    /// <summary>Sends a signed statement, and gives the one that is answered with.</summary>
    public async Task<string> SendStatementAsync(string path, string statement, CancellationToken cancellationToken)
    {
        var bytes = Encoding.ASCII.GetBytes(statement);
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/jose") } };
        using var answer = await SendAsync(HttpMethod.Post, path, content, ContentDigest.FromSha256(SHA256.HashData(bytes)), _ => { }, Patience, cancellationToken);
        return Encoding.ASCII.GetString(await ReadAsync(answer, cancellationToken));
    }

    /// <summary>Sends content of any size. Its bytes go only once the authority has agreed to the fields before them.</summary>
    public async Task<JsonObject> UploadAsync(string path, HttpContent content, ContentDigest digest, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(
            HttpMethod.Put, path, content, digest, request => request.Headers.ExpectContinue = true, Timeout.InfiniteTimeSpan, cancellationToken);
        return Json(await ReadAsync(answer, cancellationToken));
    }

    /// <summary>Copies an answer of any size to where it is wanted, and returns how many bytes it had.</summary>
    /// <exception cref="CommandFailedException">With the slug <see cref="BrokeOff"/>: the answer ended before all of it was there.</exception>
    public async Task<long> DownloadAsync(
        string path, Action<HttpRequestMessage> prepare, Stream destination, Action<long> report, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, null, prepare, Patience, cancellationToken);
        var (done, isWriting) = (0L, false);
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            return await Files.CopyAsync(body, WriteAsync, bytes => report(done = bytes), cancellationToken);
        }
        catch (IOException cut) when (!isWriting)
        {
            throw new CommandFailedException(
                ExitCode.Unreachable, BrokeOff, $"{_authority} broke off in the middle of its answer, after {PlainText.Size(done)}; nothing was written to the file.", "Try again later.", cut);
        }

        // What fails here is the file, and not the authority.
        async ValueTask WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken stop)
        {
            isWriting = true;
            await destination.WriteAsync(piece, stop);
            isWriting = false;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content, ContentDigest? digest, Action<HttpRequestMessage> prepare,
        TimeSpan patience, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"{_authority}/api/v1{path}") { Content = content };
        prepare(request);
        _caller.Authorize(request, digest);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (answer.IsSuccessStatusCode) return answer;
            using (answer) throw await RefusalAsync(answer, limit.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or HttpIOException)
        {
            throw Unreachable(failure);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CommandFailedException(ExitCode.Unreachable, "no-answer", $"{_authority} did not answer within {Patience.TotalSeconds:0} s.", "Try again later.", late);
        }
    }

    private CommandFailedException Unreachable(Exception failure) => new(
        ExitCode.Unreachable, "unreachable", $"{_authority} cannot be reached: {(failure.InnerException ?? failure).Message}.".Replace("..", ".", StringComparison.Ordinal),
        "Check --authority-url and that the authority is up.", failure);

    private async Task<CommandFailedException> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var problem = await ReadProblemAsync(answer, cancellationToken);
        const string Prefix = "urn:rogatory:problem:";
        var slug = PlainText.Of(problem, "type") is { } type && type.StartsWith(Prefix, StringComparison.Ordinal)
            ? type[Prefix.Length..]
            : $"http-{(int)answer.StatusCode}";
        var cause = PlainText.Of(problem, "detail") ?? PlainText.Of(problem, "title") ?? $"The answer was {(int)answer.StatusCode} {answer.ReasonPhrase}, without a reason.";
        return answer.StatusCode switch
        {
            HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout =>
                new CommandFailedException(ExitCode.Unreachable, slug, cause, "Try again later."),
            HttpStatusCode.TooManyRequests => new CommandFailedException(ExitCode.Refused, slug, cause, "Wait a little, and try again."),
            HttpStatusCode.Unauthorized => new CommandFailedException(ExitCode.Refused, slug, cause, _caller.WhenUnknown),
            _ when problem is null => new CommandFailedException(ExitCode.Refused, slug, cause, "Check that --authority-url is that of an authority that runs Rogatory."),
            _ => new CommandFailedException(ExitCode.Refused, slug, cause) { Faults = problem["faults"] as JsonArray, Findings = problem["findings"] as JsonArray },
        };
    }

    private async Task<JsonObject?> ReadProblemAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json") return null;
        try
        {
            return JsonNode.Parse(await ReadAsync(answer, cancellationToken)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(MostAnswerBytes, cancellationToken);
            return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or HttpIOException)
        {
            throw Unreachable(failure);
        }
    }

    private JsonObject Json(byte[] answer)
    {
        if (answer.Length == 0) return [];
        try
        {
            return JsonNode.Parse(answer) as JsonObject ?? throw new JsonException();
        }
        catch (JsonException fault)
        {
            throw new CommandFailedException(
                ExitCode.Unreachable, "not-json", $"{_authority} answered with something that is not a JSON object.",
                "Check that --authority-url is that of an authority that runs Rogatory.", fault);
        }
    }
}
