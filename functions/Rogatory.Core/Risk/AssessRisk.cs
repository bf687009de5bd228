using Rogatory.Core.Case;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Risk;

/// <summary>Records an assessment of a case's risk, where it is another one than the newest on record.</summary>
public sealed class AssessRisk(CaseJournal journal, RecallRiskSources recall, StoredPolicies policies, TimeProvider time)
{
    private const string Actor = "system:risk";

    /// <summary>Safe to run twice, at once, and to take up after a crash anywhere.</summary>
    public async Task RunAsync(CaseId @case, CancellationToken cancellationToken)
    {
        RiskSources sources = await recall.RunAsync(cancellationToken);
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        if (CaseRisk.Next(state, sources, time.GetUtcNow()) is null)
            return;
        await policies.KeepAsync(cancellationToken);
        // One assessment follows another: two that are made at once, from the same one before, are one.
        CommandId? before = state.Risk.Newest?.Command;
        CommandId command = CommandId.Derive("assess-risk", @case.ToString(), $"{before}");
        await journal.AppendAsync(@case, Actor, command, newest =>
            newest!.Risk.Newest?.Command == before && CaseRisk.Next(newest, sources, time.GetUtcNow()) is { } next ? [next with { Command = command }] : [], cancellationToken);
    }
}
