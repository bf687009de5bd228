using Rogatory.Core;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Incidents;

namespace Rogatory.LocalHost.Worker;

/// <summary>Classifies items beside everything else, some at once, so that a long one holds up neither its case nor another.</summary>
internal sealed partial class ClassificationWorker(
    ClassificationQueue queue, CaseRunner runner, OpenIncident incidents, ILogger<ClassificationWorker> log, TimeProvider time) : BackgroundService
{
    private const int Lanes = 2;

    private static readonly TimeSpan WhenUnavailable = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => WorkAsync(stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        await foreach ((CaseId @case, DueCommand.ClassifyItem command) in queue.TakeAsync(stop))
        {
            try
            {
                await runner.DoAsync(@case, command, stop);
                queue.Release(@case, command);
            }
            catch (StorageUnavailableException unavailable)
            {
                LogUnavailable(unavailable.Store);
                queue.Release(@case, command);
                queue.Add(@case, command);
                await Task.Delay(WhenUnavailable, time, stop);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // It is due still, and would fail again at once. A look at the case after an hour tries it again, and somebody is told.
                LogFailed(@case.ToString(), failed.GetType().Name);
                queue.Fail(@case, command);
                await TellAsync(@case, stop);
            }
        }
    }

    private async Task TellAsync(CaseId @case, CancellationToken stop)
    {
        try
        {
            await incidents.RunAsync(IncidentCause.WorkPoisoned, @case, stop);
        }
        catch (StorageUnavailableException unavailable)
        {
            LogUnavailable(unavailable.Store);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The store {Store} is not available; classifying again")]
    private partial void LogUnavailable(string store);

    [LoggerMessage(2, LogLevel.Error, "An item of case {Case} could not be classified: {Failure}")]
    private partial void LogFailed(string @case, string failure);
}
