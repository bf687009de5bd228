using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rogatory.Core.Case;

namespace Rogatory.Functions.Flow;

/// <summary>Wake-ups. The session of a message is its case, so that no two of one case are handled at once.</summary>
public static class CaseQueue
{
    [Function("CaseChanged")]
    public static async Task RunAsync(
        [ServiceBusTrigger("cases", Connection = "ServiceBus", IsSessionsEnabled = true)] string message,
        [DurableClient] DurableTaskClient client,
        CancellationToken stop)
    {
        string instance = WakeUpText.CaseOf(message).ToString();
        OrchestrationMetadata? found = await client.GetInstanceAsync(instance, stop);
        bool isGone = found?.IsCompleted ?? true;
        if (isGone)
        {
            // Asked for by two at once, it fails for one of them, and its message comes again; a running instance is never ended.
            StartOrchestrationOptions options = new StartOrchestrationOptions(instance).WithDedupeStatuses(
                OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
            await client.ScheduleNewOrchestrationInstanceAsync(CaseOrchestrator.Name, options, stop);
        }

        // An event to an instance that does not exist is silently lost: it was started first.
        await client.RaiseEventAsync(instance, CaseOrchestrator.Changed, message, stop);
    }
}
