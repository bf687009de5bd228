using System.Collections.Immutable;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Drills;

/// <summary>What the register of drills comes to.</summary>
public sealed record DrillRegisterState : IFolded
{
    /// <summary>Every run, by its case.</summary>
    public ImmutableSortedDictionary<string, DrillRun> Runs { get; init; } = ImmutableSortedDictionary.Create<string, DrillRun>(StringComparer.Ordinal);

    /// <summary>The ids of all commands that took effect.</summary>
    public ImmutableHashSet<string> Commands { get; init; } = [];

    /// <inheritdoc />
    public bool Has(CommandId command) => Commands.Contains(command.ToString());

    /// <summary>The runs of an officer, the oldest first.</summary>
    public IEnumerable<DrillRun> Of(OfficerId officer) => Runs.Values.Where(run => run.Officer == officer).OrderBy(run => run.StartedAt);

    /// <summary>The state after one more line.</summary>
    public DrillRegisterState Apply(LedgerLine line, LedgerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(line);
        DrillRun run = happened switch
        {
            DrillStarted one => new DrillRun(one.Case, one.Drill, one.Version, one.Digest, PlayerOf(line), one.Number, line.At),
            DrillStepTaken one => Find(one.Case, line).With(one),
            DrillScored one => Find(one.Case, line) with { Scored = one },
            _ => throw new CaseHistoryException(line.Seq, "its event is not one of the register of drills"),
        };
        return this with { Commands = Commands.Add(happened.Command.ToString()), Runs = Runs.SetItem(run.Case.ToString(), run) };
    }

    private DrillRun Find(CaseId @case, LedgerLine line) =>
        Runs.GetValueOrDefault(@case.ToString()) ?? throw new CaseHistoryException(line.Seq, "its run did not begin");

    private static OfficerId PlayerOf(LedgerLine line) =>
        line.Actor.Split(':', 2) is ["officer", var id] && OfficerId.TryParse(id, out OfficerId officer) ? officer : throw new CaseHistoryException(line.Seq, "its actor is no officer");
}
