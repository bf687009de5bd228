using System.Net;
using System.Text;
using Azure.Storage;
using Azure.Storage.Sas;

namespace Rogatory.LocalHost.Gate;

/// <summary>The connections to Azurite. Targets go out byte for byte as they came in.</summary>
internal sealed class Upstream : IDisposable
{
    private static readonly UriCreationOptions AsGiven = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _origin;
    private readonly Dictionary<string, string> _tokens;
    private readonly HttpMessageInvoker _invoker;
    private int _failures;

    public Upstream(Uri origin, IEnumerable<GateAccount> accounts)
    {
        _origin = origin.GetLeftPart(UriPartial.Authority);
        _tokens = accounts.ToDictionary(account => account.Name, Token, StringComparer.Ordinal);
        Handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            // Azurite closes an idle connection after 5 s; one that is reused in that moment would fail.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(3),
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        };
        _invoker = new HttpMessageInvoker(Handler, disposeHandler: false);
    }

    public SocketsHttpHandler Handler { get; }

    /// <summary>How often Azurite failed to answer, or went away.</summary>
    public int Failures => Volatile.Read(ref _failures);

    public void NoteFailure() => Interlocked.Increment(ref _failures);

    public HttpRequestMessage Request(HttpMethod method, string target) => new(method, new Uri(_origin + target, AsGiven))
    {
        Version = HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>A target with the gate's own authorisation, which is a signature in the query; null for an account it has no key of.</summary>
    public string? Authorised(BlobPath path, string query = "") =>
        _tokens.TryGetValue(path.Account, out var token) ? $"{path.Target}?{query}{token}" : null;

    /// <summary>Returns when the answer's head is there.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await _invoker.SendAsync(request, cancellation);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            NoteFailure();
            throw new UpstreamUnavailableException(exception);
        }
    }

    public void Dispose()
    {
        _invoker.Dispose();
        Handler.Dispose();
    }

    // The emulator's own clock decides when a signature ends, and a test may move the gate's: so it doesn't end.
    private static string Token(GateAccount account) => new AccountSasBuilder(
            AccountSasPermissions.Read | AccountSasPermissions.Write,
            new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero), AccountSasServices.Blobs, AccountSasResourceTypes.Object)
        .ToSasQueryParameters(new StorageSharedKeyCredential(account.Name, account.Key)).ToString();
}
