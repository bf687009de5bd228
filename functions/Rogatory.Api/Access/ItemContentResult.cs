using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Rogatory.Api.Problems;
using Rogatory.Core;
using Rogatory.Envelope;

namespace Rogatory.Api.Access;

/// <summary>Streams an opened item, or one range of it, for as long as the reader may read it. A reader that asks for several ranges gets the whole (RFC 9110 section 14.2).</summary>
public sealed class ItemContentResult(OpenedItem opened, Func<CancellationToken, Task> readmit, Func<OpenException, Task<RefusedException>> meetAltered, TimeProvider time) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        using OpenedItem item = opened;
        HttpResponse response = httpContext.Response;
        long size = item.Description.Size;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(item.Description.Name);
        response.Headers.AcceptRanges = "bytes";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        // A browser must never run what a case holds, so the declared type is not told.
        response.ContentType = "application/octet-stream";
        response.Headers.ContentDisposition = disposition.ToString();

        if (RangeOf(httpContext.Request, size) is not { } range)
        {
            response.ContentLength = size;
            await CopyAsync(httpContext, stop => item.CopyToAsync(response.Body, stop));
            return;
        }

        (long from, long to) = range;
        if (from > to)
        {
            response.Headers.Remove(HeaderNames.ContentDisposition);
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{size}");
            await ProblemWriter.WriteAsync(httpContext, ProblemCatalogue.RangeNotSatisfiable, "The item is shorter than where the range begins.");
            return;
        }

        response.StatusCode = StatusCodes.Status206PartialContent;
        response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to}/{size}");
        response.ContentLength = to - from + 1;
        await CopyAsync(httpContext, stop => item.CopyRangeAsync(response.Body, from, to - from + 1, stop));
    }

    // Once the answer has begun, that it is cut off is all that the reader sees.
    private async Task CopyAsync(HttpContext context, Func<CancellationToken, Task> copy)
    {
        try
        {
            await new WatchedCopy(readmit, time).RunAsync(context, copy);
        }
        catch (OpenException altered)
        {
            RefusedException refused = await meetAltered(altered);
            if (!context.Response.HasStarted)
                throw refused;
            throw;
        }
    }

    // First and last byte, both included; first after last where the item has no such byte.
    private static (long From, long To)? RangeOf(HttpRequest request, long size)
    {
        // An answer carries no validator, so none that If-Range names is its own (RFC 9110 section 13.1.5).
        RangeHeaderValue? header = request.Headers.IfRange.Count > 0 ? null : request.GetTypedHeaders().Range;
        if (header is null || !header.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase) || header.Ranges.Count != 1)
            return null;
        RangeItemHeaderValue range = header.Ranges.Single();
        if (range.From is { } from)
            return (from, from < size ? Math.Min(range.To ?? (size - 1), size - 1) : -1);
        long last = Math.Min(range.To ?? 0, size);
        return last == 0 ? (0, -1) : (size - last, size - 1);
    }
}
