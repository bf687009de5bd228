using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Rogatory.Core;
using Rogatory.Core.Flow;

namespace Rogatory.Functions.Flow;

/// <summary>
/// One durable orchestration a case, named by the case's id. It holds no rule and no state of its own: everything that it does follows from
/// what <see cref="CaseRunner"/> decides, so that losing it loses nothing. Other logic gets another name, since this one may be in mid-flight.
/// </summary>
public static class CaseOrchestrator
{
    public const string Name = "CaseOrchestrator";

    public const string Changed = "changed";

    private static readonly TimeSpan TwoClocks = TimeSpan.FromSeconds(5);

    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        string @case = context.InstanceId;
        TaskOptions retrying = TaskOptions.FromRetryPolicy(
            new RetryPolicy(maxNumberOfAttempts: 8, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5))
            {
                HandleFailure = IsWorthRepeating,
            });

        // Open before the decision: what the case is told while it decides counts.
        Task<object> changed = context.WaitForExternalEvent<object>(Changed);
        Decision? decision;
        try
        {
            decision = await context.CallActivityAsync<Decision?>(CaseActivities.Decide, @case, retrying);
            for (int round = 1; decision is { Due.Count: > 0 }; round++)
            {
                List<Task> doing = [];
                foreach (DueCommand command in decision.Due)
                {
                    Task done = context.CallActivityAsync(CaseActivities.Do, new CaseCommand(@case, command), retrying);
                    doing.Add(done);
                }

                await Task.WhenAll(doing);
                string next = round < CaseRunner.MostRounds ? CaseActivities.Decide : CaseActivities.GiveUp;
                decision = await context.CallActivityAsync<Decision?>(next, @case, retrying);
            }
        }
        catch (TaskFailedException)
        {
            // Repeated in vain, or not worth it. Should this fail as well, so does the instance, and the sweep has another started.
            decision = await context.CallActivityAsync<Decision?>(CaseActivities.GiveUp, @case, retrying);
        }

        // There is no such case, and nothing is left of an opening.
        if (decision is null)
            return;

        // At most a day away. The clock of the hub may be a little before the one that decides, which would be asked in vain.
        using var waiting = new CancellationTokenSource();
        Task deadline = context.CreateTimer(decision.LookAgainAt.UtcDateTime + TwoClocks, waiting.Token);
        await Task.WhenAny(changed, deadline);
        waiting.Cancel();

        // One decision sees whatever all these events told of; undrained, each would be carried over and cost a run of its own.
        while (changed.IsCompleted)
            changed = context.WaitForExternalEvent<object>(Changed);
        context.ContinueAsNew();
    }

    private static bool IsWorthRepeating(TaskFailureDetails failure) =>
        failure.IsCausedBy<StorageUnavailableException>() || (failure.InnerFailure?.IsCausedBy<StorageUnavailableException>() ?? false);
}
