using Rogatory.Core;
using Rogatory.Core.Flow;

namespace Rogatory.LocalHost.Worker;

/// <summary>Sweeps at the start, and again and again after.</summary>
internal sealed partial class SweepWorker(Sweep sweep, LocalHostOptions options, ILogger<SweepWorker> log, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan WhenUnavailable = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan pause = options.SweepEvery;
            try
            {
                await sweep.RunAsync(stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                LogUnavailable(unavailable.Store);
                pause = WhenUnavailable;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The store {Store} is not available; sweeping again soon")]
    private partial void LogUnavailable(string store);
}
