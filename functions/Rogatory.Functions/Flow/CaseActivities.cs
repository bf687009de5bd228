using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Flow;
using Rogatory.Core.Retention;

namespace Rogatory.Functions.Flow;

/// <summary>What an orchestration has done for it. Each may run twice.</summary>
public sealed class CaseActivities(CaseRunner runner, ILogger<CaseActivities> log)
{
    public const string Decide = "DecideCase";

    public const string Do = "DoInCase";

    public const string GiveUp = "GiveUpCase";

    // When the plan takes an instance away, it leaves what runs there an hour.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(50);

    [Function(Decide)]
    public Task<Decision?> DecideAsync([ActivityTrigger] string @case, CancellationToken stop) => runner.DecideAsync(CaseId.Parse(@case), stop);

    [Function(GiveUp)]
    public Task<Decision> GiveUpAsync([ActivityTrigger] string @case, CancellationToken stop) => runner.GiveUpAsync(CaseId.Parse(@case), stop);

    /// <summary>
    /// Does one thing. A copy of terabytes takes longer than its turn: what it has by then stays, and as the thing is still due, the next
    /// round goes on with it, after deciding afresh whether it is to go on at all. Classifying would begin anew each time: it fails, and somebody is told.
    /// </summary>
    [Function(Do)]
    public async Task DoAsync([ActivityTrigger] CaseCommand command, CancellationToken stop)
    {
        SayWhatIsOverdue(command);
        using var turn = CancellationTokenSource.CreateLinkedTokenSource(stop);
        turn.CancelAfter(LongestTurn);
        try
        {
            await runner.DoAsync(CaseId.Parse(command.Case), command.Command, turn.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested && turn.IsCancellationRequested && command.Command is not DueCommand.ClassifyItem)
        {
            log.LogInformation("Goes on in the next round: {Command} of {Case}", command.Command.GetType().Name, command.Case);
        }
    }

    // Alerts of the deployment look for these words.
    private void SayWhatIsOverdue(CaseCommand command)
    {
        if (command.Command is DueCommand.FlagDeadline deadline)
            log.LogWarning("Deadline overdue: {Clock} of {Case}", deadline.Deadline.Clock, command.Case);
        else if (command.Command is DueCommand.MarkDisclosure { Mark: DisclosureMark.Overdue } receipt)
            log.LogWarning("Receipt overdue: {Disclosure}", receipt.Disclosure);
        else if (command.Command is DueCommand.MarkNotice { Mark: NoticeMark.Overdue } notice)
            log.LogWarning("Receipt overdue: {Notice}", notice.Notice);
    }
}
