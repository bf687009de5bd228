using Microsoft.Azure.Functions.Worker;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;

namespace Rogatory.Functions.Flow;

/// <summary>What an orchestration has done for it. Each may run twice.</summary>
public sealed class CaseActivities(CaseRunner runner)
{
    public const string Decide = "DecideCase";

    public const string Do = "DoInCase";

    [Function(Decide)]
    public Task<Decision?> DecideAsync([ActivityTrigger] string @case, CancellationToken stop) => runner.DecideAsync(CaseId.Parse(@case), stop);

    [Function(Do)]
    public Task DoAsync([ActivityTrigger] CaseCommand command, CancellationToken stop) =>
        runner.DoAsync(CaseId.Parse(command.Case), command.Command, stop);
}
