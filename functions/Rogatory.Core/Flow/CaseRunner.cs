using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Incidents;
using Rogatory.Core.Intake;
using Rogatory.Core.Retention;
using Rogatory.Core.Risk;
using Rogatory.Core.Review;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Flow;

/// <summary>Runs one case until nothing is due: folds, decides, does, and decides again; then writes the projection.</summary>
public sealed class CaseRunner(
    CaseDecider decider,
    CaseJournal journal,
    IKeyEnvelopeStore keys,
    IEnvelopeEraser eraser,
    IssueReceipt issueReceipt,
    AdmitUpload admitUpload,
    ClearUpload clearUpload,
    DisclosureCommands disclosures,
    RetentionCommands retention,
    IssueNotice issueNotice,
    MarkNotice markNotice,
    ClassifyItem classify,
    AssessRisk assessRisk,
    RecallRiskSources riskSources,
    KeyRegister keyRegister,
    ProjectionWriter projection,
    OpenIncident incidents,
    TimeProvider time)
{
    /// <summary>One round does everything that is due; what a round makes due is done by the next. More rounds mean a flow that cannot rest.</summary>
    public const int MostRounds = 20;

    private const string Actor = "system:flow";

    /// <summary>Does what is due. Safe to run twice, at once, or again after a crash anywhere.</summary>
    /// <returns>When to look again, or null when there is no such case and nothing is left of an opening.</returns>
    public Task<DateTimeOffset?> RunAsync(CaseId @case, CancellationToken cancellationToken) => RunAsync(@case, classify: null, cancellationToken);

    /// <summary>Does what is due, but for classifying items, which it hands over: whoever takes one over does it (<see cref="DoAsync"/>) or lets it be due again.</summary>
    /// <returns>As the other.</returns>
    public async Task<DateTimeOffset?> RunAsync(CaseId @case, Action<DueCommand.ClassifyItem>? classify, CancellationToken cancellationToken)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            Decision? decision = await DecideAsync(@case, cancellationToken);
            foreach (DueCommand command in decision?.Due ?? [])
            {
                if (classify is not null && command is DueCommand.ClassifyItem one)
                    classify(one);
                else
                    await DoAsync(@case, command, cancellationToken);
            }

            if (decision is null or { Due.Count: 0 } || (classify is not null && decision.IsAtRest))
                return decision?.LookAgainAt;
        }

        throw new InvalidOperationException($"The flow of case {@case} does not come to rest.");
    }

    /// <summary>Folds and decides. Where nothing is due, or only what can take long, the case rests, and its projection is written.</summary>
    /// <returns>
    /// What is due, or null when there is no such case and nothing is left of an opening. Nothing is due in a case whose ledger does not
    /// hold together: an incident is opened, and a person has to look.
    /// </returns>
    public async Task<Decision?> DecideAsync(CaseId @case, CancellationToken cancellationToken)
    {
        try
        {
            return await DecideOnLedgerAsync(@case, cancellationToken);
        }
        catch (LedgerBrokenException broken) when (broken.Ledger == @case.ToString())
        {
            await incidents.RunAsync(IncidentCause.LedgerBroken, @case, cancellationToken);
            return new Decision([], time.GetUtcNow() + CaseDecider.LongestWait);
        }
    }

    /// <summary>For a case that could not be advanced, or does not come to rest: opens an incident.</summary>
    /// <returns>That nothing is due. A change wakes the case before its time, and so does the sweep while its projection lags.</returns>
    public async Task<Decision> GiveUpAsync(CaseId @case, CancellationToken cancellationToken)
    {
        await incidents.RunAsync(IncidentCause.WorkPoisoned, @case, cancellationToken);
        return new Decision([], time.GetUtcNow() + CaseDecider.LongestWait);
    }

    private async Task<Decision?> DecideOnLedgerAsync(CaseId @case, CancellationToken cancellationToken)
    {
        Snapshot<CaseState> snapshot = await journal.LoadAsync(@case, cancellationToken);
        List<KeyEnvelopeFound> envelopes = [];
        await foreach (KeyEnvelopeFound envelope in keys.ListAsync(@case, cancellationToken))
            envelopes.Add(envelope);

        DateTimeOffset now = time.GetUtcNow();
        if (snapshot.State is not { } state)
            return envelopes.Count == 0 ? null : CaseDecider.DecideUnopened(envelopes, now);
        Decision decision = decider.Decide(state, envelopes, await RecallRotationAsync(cancellationToken), await RecallRiskAsync(cancellationToken), now);
        if (decision.IsAtRest)
            await projection.WriteAsync(snapshot, new CaseRest(decision.LookAgainAt, envelopes.Count), cancellationToken);
        return decision;
    }

    // Where the register does not hold together nothing is rotated, and every case goes on.
    private async Task<KeyRotation?> RecallRotationAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await keyRegister.RecallAsync(cancellationToken)).Newest;
        }
        catch (LedgerBrokenException)
        {
            await incidents.RunAsync(IncidentCause.LedgerBroken, @case: null, cancellationToken);
            return null;
        }
    }

    // Where a register does not hold together no risk is assessed, so that nothing new goes out, and every case goes on.
    private async Task<RiskSources?> RecallRiskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await riskSources.RunAsync(cancellationToken);
        }
        catch (LedgerBrokenException broken) when (broken.Ledger != IncidentRegister.LedgerName)
        {
            await incidents.RunAsync(IncidentCause.LedgerBroken, @case: null, cancellationToken);
            return null;
        }
        catch (LedgerBrokenException)
        {
            return null;
        }
    }

    /// <summary>Does one thing that was decided. Safe to do twice.</summary>
    public Task DoAsync(CaseId @case, DueCommand command, CancellationToken cancellationToken) => command switch
    {
        DueCommand.IssueReceipt => issueReceipt.RunAsync(@case, cancellationToken),
        DueCommand.FlagDeadline one => FlagAsync(@case, one.Deadline, cancellationToken),
        DueCommand.AbandonAttempt one => AbandonAsync(one.Path, cancellationToken),
        DueCommand.DestroyEnvelope one => eraser.DestroyAsync(one.Path, one.Rotation, cancellationToken),
        DueCommand.AdmitUpload one => admitUpload.RunAsync(one.Path, cancellationToken),
        DueCommand.ClearUpload one => clearUpload.RunAsync(one.Path, cancellationToken),
        DueCommand.SettleHolds or DueCommand.SetDates or DueCommand.MarkDate or DueCommand.LapseErasure or DueCommand.BeginErasure
            or DueCommand.EraseEnvelope or DueCommand.CertifyErasure or DueCommand.RotateKeys => retention.DoAsync(@case, command, cancellationToken),
        DueCommand.IssueNotice one => issueNotice.RunAsync(one.Notice, cancellationToken),
        DueCommand.ClassifyItem one => classify.RunAsync(@case, one.Item, cancellationToken),
        DueCommand.AssessRisk => assessRisk.RunAsync(@case, cancellationToken),
        DueCommand.MarkNotice one => markNotice.RunAsync(one.Notice, one.Mark, cancellationToken),
        _ => disclosures.DoAsync(command, cancellationToken),
    };

    private Task FlagAsync(CaseId @case, Deadline deadline, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("flag-deadline", @case.ToString(), deadline.Clock);
        return journal.AppendAsync(@case, Actor, command, state =>
            state!.Deadlines.Exists(one => one.Clock == deadline.Clock)
                ? [new DeadlineMissed { Command = command, Clock = deadline.Clock, Due = deadline.Due }]
                : [], cancellationToken);
    }

    private Task AbandonAsync(SealedPath path, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("abandon-attempt", path.ToString());
        return journal.AppendAsync(path.Case, Actor, command, state =>
            state!.Find(path.Item)?.Attempt == path.Attempt
                ? []
                : [new AttemptAbandoned { Command = command, Item = path.Item, Attempt = path.Attempt }], cancellationToken);
    }
}
