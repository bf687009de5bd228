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

    // Of one case at once: a reader takes memory, and others wait for their turn.
    private const int MostClassified = 2;

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
        Dictionary<string, Task> classifying = [];
        string next = CaseActivities.Decide;
        for (int round = 1; ; round++)
        {
            Decision? decision;
            List<Task> doing = [];
            try
            {
                foreach ((string item, Task done) in classifying.Where(one => one.Value.IsCompleted).ToArray())
                {
                    classifying.Remove(item);
                    await done;
                }

                decision = await context.CallActivityAsync<Decision?>(next, @case, retrying);
                foreach (DueCommand command in decision?.Due ?? [])
                {
                    string? item = (command as DueCommand.ClassifyItem)?.Item.ToString();
                    if (item is not null && (classifying.ContainsKey(item) || classifying.Count == MostClassified))
                        continue;
                    Task done = context.CallActivityAsync(CaseActivities.Do, new CaseCommand(@case, command), retrying);
                    if (item is null)
                        doing.Add(done);
                    else
                        classifying[item] = done;
                }

                await Task.WhenAll(doing);
            }
            catch (TaskFailedException)
            {
                // Repeated in vain, or not worth it. Should this fail as well, so does the instance, and the sweep has another started.
                decision = await context.CallActivityAsync<Decision?>(CaseActivities.GiveUp, @case, retrying);
                doing.Clear();
            }

            // There is no such case, and nothing is left of an opening.
            if (decision is null)
                return;
            next = round < CaseRunner.MostRounds ? CaseActivities.Decide : CaseActivities.GiveUp;
            if (doing.Count > 0)
                continue;

            // At most a day away. The clock of the hub may be a little before the one that decides, which would be asked in vain.
            using var waiting = new CancellationTokenSource();
            Task deadline = context.CreateTimer(decision.LookAgainAt.UtcDateTime + TwoClocks, waiting.Token);
            await Task.WhenAny([changed, deadline, .. classifying.Values]);
            waiting.Cancel();

            // One decision sees whatever all these events told of; undrained, each would be carried over and cost a run of its own.
            while (changed.IsCompleted)
                changed = context.WaitForExternalEvent<object>(Changed);
            if (classifying.Count == 0)
                break;
            (round, next) = (0, CaseActivities.Decide);
        }

        context.ContinueAsNew();
    }

    private static bool IsWorthRepeating(TaskFailureDetails failure) =>
        failure.IsCausedBy<StorageUnavailableException>() || (failure.InnerFailure?.IsCausedBy<StorageUnavailableException>() ?? false);
}
