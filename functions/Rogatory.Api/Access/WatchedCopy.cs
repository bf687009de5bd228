using Microsoft.AspNetCore.Http;

namespace Rogatory.Api.Access;

/// <summary>Writes an answer for as long as its reader may have it, and cuts it off once that is over: what is cut never looks like the whole.</summary>
/// <remarks>Asked every two seconds and not between writes, since a reader that takes its time would hold one write up for as long as it likes.</remarks>
internal sealed class WatchedCopy(Func<CancellationToken, Task> readmit, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    public async Task RunAsync(HttpContext context, Func<CancellationToken, Task> copy)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        Task copying = copy(ended.Token);
        try
        {
            while (await Task.WhenAny(copying, Task.Delay(Every, time, ended.Token)) != copying && !ended.IsCancellationRequested)
                await readmit(ended.Token);
        }
        catch (Exception)
        {
            // Refused, or nobody can say whether: either ends it.
            context.Abort();
            await ended.CancelAsync();
            await copying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        await copying;
    }
}
