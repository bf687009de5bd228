using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;

namespace Rogatory.Functions.Flow;

/// <summary>What an orchestration has done for it. Each may run twice.</summary>
public sealed class CaseActivities(CaseRunner runner, ILogger<CaseActivities> log)
{
    public const string Decide = "DecideCase";

    public const string Do = "DoInCase";

    public const string GiveUp = "GiveUpCase";

    [Function(Decide)]
    public Task<Decision?> DecideAsync([ActivityTrigger] string @case, CancellationToken stop) => runner.DecideAsync(CaseId.Parse(@case), stop);

    [Function(GiveUp)]
    public Task<Decision> GiveUpAsync([ActivityTrigger] string @case, CancellationToken stop) => runner.GiveUpAsync(CaseId.Parse(@case), stop);

    [Function(Do)]
    public Task DoAsync([ActivityTrigger] CaseCommand command, CancellationToken stop)
    {
        // An alert of the deployment looks for these words.
        if (command.Command is DueCommand.FlagDeadline overdue)
            log.LogWarning("Deadline overdue: {Clock} of {Case}", overdue.Deadline.Clock, command.Case);
        return runner.DoAsync(CaseId.Parse(command.Case), command.Command, stop);
    }
}
