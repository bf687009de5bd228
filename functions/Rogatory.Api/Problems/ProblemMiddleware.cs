using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Rogatory.Core;
using Rogatory.Core.Case;
using Rogatory.Envelope;

namespace Rogatory.Api.Problems;

/// <summary>Turns every exception, and every bare 404, 405 or 415, into problem details. Exception texts reach neither the caller nor the log:
/// they may repeat what was sent.</summary>
public sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response.HasStarted || context.Response.ContentType is not null) return;
            if (context.Response.StatusCode == StatusCodes.Status404NotFound)
                await ProblemWriter.WriteAsync(context, ProblemCatalogue.NotFound, "There is nothing at this path, or not for this caller.");
            else if (context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
                await ProblemWriter.WriteAsync(context, ProblemCatalogue.MethodNotAllowed, "The header Allow names this path's methods.");
            else if (context.Response.StatusCode == StatusCodes.Status415UnsupportedMediaType)
                await ProblemWriter.WriteAsync(context, ProblemCatalogue.MediaTypeNotSupported, "JSON is sent as application/json, an item as application/octet-stream.");
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception fault) when (fault is ConnectionResetException or ConnectionAbortedException)
        {
            // Nobody is left to answer, and the server has yet to notice.
            context.Abort();
        }
        catch (Exception fault) when (context.Response.HasStarted)
        {
            // A cut answer must never look like a whole one.
            Log(fault);
            context.Abort();
        }
        catch (Exception fault)
        {
            context.Response.Clear();
            await AnswerAsync(context, fault);
        }
    }

    private Task AnswerAsync(HttpContext context, Exception fault)
    {
        switch (fault)
        {
            case RefusedException refused:
                if (ProblemCatalogue.Find(refused.Slug) is null) Log(fault);
                return ProblemWriter.WriteAsync(context, refused.Slug, refused.Detail, refused.Extensions);
            case StorageUnavailableException unavailable:
                log.LogWarning("The store {Store} is not available", unavailable.Store);
                return ProblemWriter.WriteAsync(context, ProblemCatalogue.StorageUnavailable, "Nothing was lost; the call can be repeated.");
            case LedgerBrokenException broken:
                log.LogError("The ledger {Ledger} does not hold together", broken.Ledger);
                return ProblemWriter.WriteAsync(context, ProblemCatalogue.LedgerBroken, "The record of this case does not hold together. Whoever runs this system has to look; a repetition does not help.");
            case OpenException { InnerException: KeyDisabledException }:
                log.LogError("A version of the key-encryption key is disabled, and a key envelope is under it");
                return ProblemWriter.WriteAsync(context, ProblemCatalogue.KeyVersionDisabled, "What would open this is under a version of our key that is disabled. Whoever runs this system has to enable it.");
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return ProblemWriter.WriteAsync(context, ProblemCatalogue.TooLarge, "The content is larger than this call takes.");
            case BadHttpRequestException:
                return ProblemWriter.WriteAsync(context, ProblemCatalogue.RequestMalformed, "The message is not proper HTTP, or ended too early.");
            default:
                Log(fault);
                return ProblemWriter.WriteInternalAsync(context);
        }
    }

    private void Log(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
            log.LogError("Unhandled {Type} at {Trace}", cause.GetType().FullName, new StackTrace(cause).ToString());
    }
}
