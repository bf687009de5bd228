using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Rogatory.Api.Problems;
using Rogatory.Core;

namespace Rogatory.Api.Authentication;

/// <summary>The issuer's signing keys, found by OIDC discovery and kept for an hour.</summary>
/// <remarks>The library's own cache refreshes in the background, by the wall clock, and keeps old keys without end when the issuer is
/// down. Here keys are never older than an hour, and a key that is not known yet is looked for before the token is refused.</remarks>
public sealed class IssuerKeys : IDisposable
{
    private const int MostResponseBytes = 1024 * 1024;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan PauseAfterSuccess = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly string _issuer;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;
    private readonly HttpDocumentRetriever _documents;
    private readonly SemaphoreSlim _fetching = new(1);
    private volatile Fetched? _last;
    private DateTimeOffset _failedAt = DateTimeOffset.MinValue;

    public IssuerKeys(OfficerTokenSettings settings, TimeProvider time)
    {
        (_issuer, _time) = (settings.Issuer, time);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(5),
            MaxResponseContentBufferSize = MostResponseBytes,
        };
        _documents = new HttpDocumentRetriever(_client) { RequireHttps = !new Uri(_issuer).IsLoopback };
    }

    /// <summary>The keys as of at most an hour ago.</summary>
    /// <exception cref="RefusedException"><c>identity-provider-unavailable</c>.</exception>
    public Task<IReadOnlyCollection<SecurityKey>> GetAsync(CancellationToken cancellationToken) => GetAsync(Lifetime, cancellationToken);

    /// <summary>The keys as of at most a minute ago, for a token that names a key we don't know. Whoever invents key ids causes one fetch
    /// a minute.</summary>
    /// <exception cref="RefusedException"><c>identity-provider-unavailable</c>.</exception>
    public Task<IReadOnlyCollection<SecurityKey>> RefreshAsync(CancellationToken cancellationToken) =>
        GetAsync(PauseAfterSuccess, cancellationToken);

    public void Dispose()
    {
        _client.Dispose();
        _fetching.Dispose();
    }

    private async Task<IReadOnlyCollection<SecurityKey>> GetAsync(TimeSpan mostAge, CancellationToken cancellationToken)
    {
        if (Recent(mostAge) is { } known) return known;
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (Recent(mostAge) is { } fetchedMeanwhile) return fetchedMeanwhile;
            if (_time.GetUtcNow() - _failedAt < PauseAfterFailure) throw Unavailable();
            var keys = await FetchAsync(cancellationToken);
            _last = new Fetched(keys, _time.GetUtcNow());
            return keys;
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task<IReadOnlyCollection<SecurityKey>> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var address = $"{_issuer.TrimEnd('/')}/.well-known/openid-configuration";
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(address, _documents, cancellationToken);
            // OpenID Connect Discovery 4.3: a document that names another issuer must not be used.
            if (found.Issuer == _issuer && found.SigningKeys.Count > 0) return [.. found.SigningKeys];
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever is wrong with the issuer, the answer is the same.
        }

        cancellationToken.ThrowIfCancellationRequested();
        _failedAt = _time.GetUtcNow();
        throw Unavailable();
    }

    private IReadOnlyCollection<SecurityKey>? Recent(TimeSpan mostAge) =>
        _last is { } last && (_time.GetUtcNow() - last.At).Duration() < mostAge ? last.Keys : null;

    private static RefusedException Unavailable() =>
        new(ProblemCatalogue.IdentityProviderUnavailable, "The identity provider's keys can't be fetched, so no token can be verified.");

    private sealed record Fetched(IReadOnlyCollection<SecurityKey> Keys, DateTimeOffset At);
}
