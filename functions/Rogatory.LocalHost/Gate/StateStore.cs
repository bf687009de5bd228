using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core.Pipeline;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Rogatory.LocalHost.Gate;

/// <summary>
/// Keeps each protection in a blob of its own in Azurite: an empty one, named by a hash of the protected blob's path, with its
/// content in metadata, so that one listing reads a whole page of them.
/// </summary>
internal sealed class StateStore : IDisposable
{
    private readonly Upstream _upstream;
    private readonly HttpClient _http;
    private readonly BlobContainerClient _container;

    public StateStore(GateOptions options, Upstream upstream)
    {
        _upstream = upstream;
        var account = options.Accounts[0];
        _http = new HttpClient(upstream.Handler, disposeHandler: false);
        var client = new BlobClientOptions { Transport = new HttpClientTransport(_http), Retry = { MaxRetries = 0 } };
        _container = new BlobContainerClient(
            new Uri(options.Upstream, $"/{account.Name}/{GateServer.StateContainer}"),
            new StorageSharedKeyCredential(account.Name, account.Key), client);
    }

    public Task<Dictionary<BlobPath, Protection>> ReadAllAsync() => AnsweredAsync(async () =>
    {
        await _container.CreateIfNotExistsAsync();
        var all = new Dictionary<BlobPath, Protection>();
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.Metadata))
        {
            var (path, protection) = Read(blob.Metadata);
            all.Add(path, protection);
        }
        return all;
    });

    public Task WriteAsync(BlobPath path, Protection protection) => AnsweredAsync(() =>
        _container.GetBlockBlobClient(Name(path)).UploadAsync(Stream.Null, new BlobUploadOptions { Metadata = Write(path, protection) }));

    public Task DeleteAsync(BlobPath path) => AnsweredAsync(() =>
        _container.GetBlobClient(Name(path)).DeleteIfExistsAsync());

    public void Dispose() => _http.Dispose();

    private async Task<T> AnsweredAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is RequestFailedException or TaskCanceledException)
        {
            _upstream.NoteFailure();
            throw new UpstreamUnavailableException(exception);
        }
    }

    private static string Name(BlobPath path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path.Target)));

    private static Dictionary<string, string> Write(BlobPath path, Protection protection) => new(StringComparer.Ordinal)
    {
        // Metadata takes no empty value and no other characters than ASCII's.
        ["path"] = path.Target,
        ["until"] = protection.Until?.ToString("O", CultureInfo.InvariantCulture) ?? "none",
        ["locked"] = protection.Locked.ToString(),
        ["hold"] = protection.LegalHold.ToString(),
        ["unconfirmed"] = protection.Unconfirmed.ToString(),
    };

    private static (BlobPath, Protection) Read(IDictionary<string, string> metadata)
    {
        var until = metadata["until"];
        return (
            BlobPath.Parse(Uri.UnescapeDataString(metadata["path"])),
            new Protection(
                until == "none" ? null : DateTimeOffset.ParseExact(until, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                bool.Parse(metadata["locked"]), bool.Parse(metadata["hold"]), bool.Parse(metadata["unconfirmed"])));
    }
}
