using Rogatory.Azure.Flow;
using Rogatory.Core;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Incidents;

namespace Rogatory.LocalHost.Worker;

/// <summary>Takes wake-ups off the queue and runs the cases they name, each case once a batch. Holds no rule.</summary>
internal sealed partial class QueueWorker(WakeUpReceiver receiver, CaseRunner runner, ClassificationQueue classification, OpenIncident incidents, ILogger<QueueWorker> log, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan WhenIdle = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WhenUnavailable = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan pause = await WorkOnceAsync(stoppingToken);
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> WorkOnceAsync(CancellationToken stop)
    {
        try
        {
            WakeUpBatch batch = await receiver.ReceiveAsync(stop);
            if (batch.Poisoned.Count > 0)
                LogPoisoned(batch.Poisoned.Count);
            foreach (CaseId? @case in batch.Poisoned)
                await incidents.RunAsync(IncidentCause.WorkPoisoned, @case, stop);
            foreach (IGrouping<CaseId, WakeUp> one in batch.WakeUps.GroupBy(wakeUp => wakeUp.Case))
                await RunAsync(one.Key, [.. one], stop);
            return batch.WakeUps.Count > 0 ? TimeSpan.Zero : WhenIdle;
        }
        catch (StorageUnavailableException unavailable)
        {
            LogUnavailable(unavailable.Store);
            return WhenUnavailable;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
    }

    private async Task RunAsync(CaseId @case, IReadOnlyList<WakeUp> wakeUps, CancellationToken stop)
    {
        try
        {
            await runner.RunAsync(@case, one => classification.Add(@case, one), stop);
        }
        catch (Exception failed) when (failed is not StorageUnavailableException and not OperationCanceledException)
        {
            // Not completed: it comes again, and after the last time goes to the poison queue.
            LogFailed(@case.ToString(), failed.GetType().Name);
            return;
        }

        foreach (WakeUp wakeUp in wakeUps)
            await receiver.CompleteAsync(wakeUp, stop);
    }

    [LoggerMessage(1, LogLevel.Error, "{Count} wake-ups went to the poison queue")]
    private partial void LogPoisoned(int count);

    [LoggerMessage(2, LogLevel.Warning, "The store {Store} is not available; trying again")]
    private partial void LogUnavailable(string store);

    [LoggerMessage(3, LogLevel.Error, "Case {Case} could not be run: {Failure}")]
    private partial void LogFailed(string @case, string failure);
}
