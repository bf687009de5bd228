using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Rogatory.Cli.Http;
using Rogatory.Cli.Receipt;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

/// <summary>Fetches sealed bodies from storage, which is another host than the authority and is told nothing but the link.</summary>
internal sealed class SealedDownload : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        // A link is a secret for one host.
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Fetches what the file lacks of the body, and checks all of it against the manifest.</summary>
    /// <param name="item">The item.</param>
    /// <param name="path">The file; what is there is taken for a beginning.</param>
    /// <param name="renew">Gets the item with a link that works again.</param>
    /// <param name="screen">Shows progress.</param>
    /// <param name="cancellationToken">Leaves what there is.</param>
    /// <exception cref="CommandFailedException">The body is not the one of the manifest (then the file is gone), or it can't be had.</exception>
    public async Task RunAsync(OfferedItem item, string path, Func<Task<OfferedItem>> renew, Screen screen, CancellationToken cancellationToken)
    {
        var (id, size) = (item.Item.Id, item.Item.Size);
        await using (var file = Files.OpenAppend(path))
        {
            if (file.Length > size) file.SetLength(0);
            await Retry.RunAsync(screen, () => screen.WithProgressAsync($"Fetching {id}", size, report => FillAsync(item, file, renew, report, cancellationToken)), cancellationToken);
        }
        var root = await screen.WithProgressAsync($"Checking {id}", size, report => RootAsync(path, report, cancellationToken));
        if (root == item.Item.SealedRoot) return;
        File.Delete(path);
        throw new CommandFailedException(
            ExitCode.Breaks, "body-other", $"The sealed body of {id} is not the one that the manifest names; what was fetched is deleted.",
            "Run the command again. If it is the same, tell the authority.");
    }

    public void Dispose() => _http.Dispose();

    private async Task<long> FillAsync(OfferedItem item, FileStream file, Func<Task<OfferedItem>> renew, Action<long> report, CancellationToken cancellationToken)
    {
        var isFresh = false;
        while (file.Length < item.Item.Size)
        {
            var before = file.Length;
            if (!await ReadOnAsync(item, file, report, cancellationToken))
            {
                if (isFresh) throw new CommandFailedException(ExitCode.Refused, "link-refused", $"{item.Link.Host} refuses the link to {item.Item.Id}.", "Try again later; if it stays so, tell the authority.");
                item = await renew();
                isFresh = true;
            }
            else if (file.Length > before)
            {
                isFresh = false;
            }
        }
        return file.Length;
    }

    /// <summary>Adds what one call gives to the file.</summary>
    /// <returns>False when the link is refused.</returns>
    private async Task<bool> ReadOnAsync(OfferedItem item, FileStream file, Action<long> report, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Usable(item.Link));
        request.Headers.Range = new RangeHeaderValue(file.Length, item.Item.Size - 1);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var before = file.Length;
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!IsBody(answer, item, file)) return false;
            await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
            var buffer = new byte[SealedBody.SegmentSize];
            while (file.Length < item.Item.Size)
            {
                limit.CancelAfter(Patience);
                var wanted = (int)Math.Min(buffer.Length, item.Item.Size - file.Length);
                var read = await body.ReadAsync(buffer.AsMemory(0, wanted), limit.Token);
                if (read == 0) break;
                await WriteAsync(file, buffer.AsMemory(0, read), cancellationToken);
                report(file.Length);
            }
            return file.Length > before ? true : throw Cut(item, null);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // What came before the cut is kept, and the next call goes on behind it.
            return file.Length > before ? true : throw Cut(item, failure);
        }
    }

    /// <summary>The answer carries the body from where the file ends, or from its beginning: then the file begins anew.</summary>
    private static bool IsBody(HttpResponseMessage answer, OfferedItem item, FileStream file)
    {
        var (status, size, range) = (answer.StatusCode, item.Item.Size, answer.Content.Headers.ContentRange);
        switch (status)
        {
            case HttpStatusCode.PartialContent when range?.From == file.Length && range.Length == size:
                return true;
            case HttpStatusCode.OK when answer.Content.Headers.ContentLength is null || answer.Content.Headers.ContentLength == size:
                file.SetLength(0);
                return true;
            case HttpStatusCode.PartialContent or HttpStatusCode.OK or HttpStatusCode.RequestedRangeNotSatisfiable:
                throw ReceiptCheck.Broken("body-length", $"The stored body of {item.Item.Id} has not the {size} bytes that the manifest names.");
            case >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests:
                throw new CommandFailedException(ExitCode.Unreachable, "storage-unavailable", $"{item.Link.Host} cannot answer at present ({(int)status}).", "Try again later.");
            case < HttpStatusCode.BadRequest:
                throw new CommandFailedException(ExitCode.Refused, "link-leads-away", $"{item.Link.Host} leads to elsewhere; a link is followed to the host it names only.", "Tell the authority.");
            default:
                return false;
        }
    }

    private static Uri Usable(Uri link) =>
        link.UserInfo.Length == 0 && (link.Scheme == Uri.UriSchemeHttps || (link.Scheme == Uri.UriSchemeHttp && link.IsLoopback))
            ? link
            : throw ReceiptCheck.Broken("link-unusable", "A link to storage must begin with https://: only this machine itself is spoken to without encryption.");

    private static async Task WriteAsync(FileStream file, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(piece, cancellationToken);
        }
        catch (IOException full)
        {
            throw CommandFailedException.Usage(full.Message, "Make room, and run the command again: it goes on where it stopped.", full);
        }
    }

    private static CommandFailedException Cut(OfferedItem item, Exception? failure) => new(
        ExitCode.Unreachable, "unreachable", $"{item.Link.Host} cannot be reached, or stopped sending.", "Run the command again: it goes on where it stopped.", failure);

    private static async Task<string> RootAsync(string path, Action<long> report, CancellationToken cancellationToken)
    {
        await using var file = Files.OpenRead(path);
        var (root, piece) = (new SealedRoot(), new byte[SealedBody.SegmentSize]);
        int read;
        while ((read = await file.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken)) > 0)
        {
            root.Add(piece.AsSpan(0, read));
            report(file.Position);
        }
        return Convert.ToHexStringLower(root.Root());
    }
}
