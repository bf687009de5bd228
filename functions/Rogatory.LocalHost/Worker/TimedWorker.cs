using Rogatory.Core;

namespace Rogatory.LocalHost.Worker;

/// <summary>Does something again and again, beginning <paramref name="first"/> after the start: what timers do in Azure.</summary>
internal sealed partial class TimedWorker(
    string name, TimeSpan first, TimeSpan every, Func<CancellationToken, Task> work, ILogger<TimedWorker> log, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan WhenUnavailable = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(first, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan pause = every;
            try
            {
                await work(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StorageUnavailableException unavailable)
            {
                LogUnavailable(name, unavailable.Store);
                pause = every < WhenUnavailable ? every : WhenUnavailable;
            }
            catch (Exception failed)
            {
                LogFailed(name, failed.GetType().Name);
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Work} waits: the store {Store} is not available")]
    private partial void LogUnavailable(string work, string store);

    [LoggerMessage(2, LogLevel.Error, "{Work} failed: {Failure}")]
    private partial void LogFailed(string work, string failure);
}
