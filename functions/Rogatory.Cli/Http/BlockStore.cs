using System.Net;
using System.Text;

namespace Rogatory.Cli.Http;

/// <summary>Writes the blocks of one blob through a link (Put Block, Put Block List). Tries again what was cut, and asks for another link when one ended.</summary>
/// <param name="renew">Gives a link; asked again when storage no longer takes the last one.</param>
internal sealed class BlockStore(Func<CancellationToken, Task<Uri>> renew) : IDisposable
{
    private const int Tries = 6;
    private const string Version = "2021-12-02";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(15) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly SemaphoreSlim _turn = new(1);
    private Uri? _link;

    public Task PutAsync(string blockId, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
        SendAsync($"comp=block&blockid={Uri.EscapeDataString(blockId)}", () => new ReadOnlyMemoryContent(block), cancellationToken);

    /// <summary>Makes the blob of these blocks.</summary>
    public Task CommitAsync(IEnumerable<string> blockIds, CancellationToken cancellationToken)
    {
        var list = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
        foreach (var id in blockIds) list.Append("<Latest>").Append(id).Append("</Latest>");
        byte[] body = Encoding.UTF8.GetBytes(list.Append("</BlockList>").ToString());
        return SendAsync("comp=blocklist", () => new ByteArrayContent(body), cancellationToken);
    }

    public void Dispose()
    {
        _http.Dispose();
        _turn.Dispose();
    }

    private async Task SendAsync(string query, Func<HttpContent> content, CancellationToken cancellationToken)
    {
        Uri? ended = null;
        for (var tried = 1; ; tried++)
        {
            var link = await LinkAsync(ended, cancellationToken);
            string why;
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Put, $"{link.AbsoluteUri}&{query}") { Content = content() };
                request.Headers.Add("x-ms-version", Version);
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(Patience);
                using var answer = await _http.SendAsync(request, limit.Token);
                if (answer.IsSuccessStatusCode) return;
                var code = answer.Headers.TryGetValues("x-ms-error-code", out var codes) ? codes.First() : answer.ReasonPhrase;
                why = $"Storage answered {(int)answer.StatusCode} ({code}).";
                ended = answer.StatusCode == HttpStatusCode.Forbidden ? link : null;
                if (ended is null && !IsPassing(answer.StatusCode)) throw new CommandFailedException(ExitCode.Refused, "upload-refused", why);
            }
            catch (Exception cut) when (cut is HttpRequestException or HttpIOException || (cut is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                why = $"Storage cannot be reached: {(cut.InnerException ?? cut).Message}";
            }

            if (tried == Tries)
                throw new CommandFailedException(ExitCode.Unreachable, "storage-unreachable", why, "Run the same command again: it goes on where it stopped.");
            if (ended is null) await Task.Delay(TimeSpan.FromSeconds(1 << (tried - 1)), cancellationToken);
        }
    }

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;

    /// <summary>The link; another one where the last had ended, which one of those that found out asks for.</summary>
    private async Task<Uri> LinkAsync(Uri? ended, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_link is null || _link == ended) _link = Checked(await renew(cancellationToken));
            return _link;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static Uri Checked(Uri link) => link.IsAbsoluteUri && (link.Scheme == "https" || (link.Scheme == "http" && link.IsLoopback)) && link.Query.Length > 1
        ? link
        : throw new CommandFailedException(ExitCode.Refused, "upload-link-unusable", "The authority gave an address to upload to that is not encrypted.");
}
