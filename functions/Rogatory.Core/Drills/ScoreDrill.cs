using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;
using Rogatory.Ledger;

namespace Rogatory.Core.Drills;

/// <summary>Scores a run from its ledgers and signs what came of it. A run is scored once; asked again, it answers the same.</summary>
public sealed class ScoreDrill(DrillRegister register, DrillCatalogue catalogue, DrillEntries entries, StoredStatements statements, TimeProvider time)
{
    /// <summary>Scores it.</summary>
    /// <returns>The run, what each rule gave, and the signed result.</returns>
    /// <exception cref="RefusedException"><c>drill-not-finished</c>: what finishes it was not done, and there is time left; <c>drill-changed</c>.</exception>
    /// <exception cref="LedgerBrokenException">The case's ledger does not hold together.</exception>
    public async Task<(DrillRun Run, DrillScore Score, string Statement)> RunAsync(DrillRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        DrillDefinition drill = catalogue.For(run);
        string name = $"{run.Case}/result";
        IReadOnlyList<LedgerLine> lines = await entries.ReadAsync(drill, run, register.EndOf(run), cancellationToken);
        string? signed = await statements.FindAsync(name, cancellationToken);
        if (signed is null && time.GetUtcNow() < register.EndOf(run) && !DrillScore.IsFinishedBy(drill, run.Player, lines))
            throw new RefusedException("drill-not-finished", "The drill is not finished, and there is time left. Its task says what is to be done.");
        signed ??= await statements.SignAsync(name, DrillResult.Type, () => Task.FromResult(Describe(run, drill, lines).ToJson()), cancellationToken);

        // What was signed counts: entries that came after it change nothing.
        DrillResult result = DrillResult.Verify(signed, statements.Keys);
        DrillScore score = DrillScore.Of(drill, run.Player, run.StartedAt, Until(lines, run, result));
        var scored = new DrillScored
        {
            Command = CommandId.Derive("score-drill", run.Case.ToString()),
            Case = run.Case,
            Points = result.Points,
            Passed = result.Passed,
            Statement = DisclosureStatements.DigestOf(signed),
        };
        return (await register.ScoreAsync(run, scored, cancellationToken), score, signed);
    }

    private DrillResult Describe(DrillRun run, DrillDefinition drill, IReadOnlyList<LedgerLine> lines)
    {
        DrillScore score = DrillScore.Of(drill, run.Player, run.StartedAt, lines);
        byte[][] leaves = [.. lines.Where(line => line.Case == run.Case.ToString()).Select(line => MerkleTree.LeafHash(line.ToBytes()))];
        string root = Convert.ToHexStringLower(MerkleTree.Root(leaves));
        return new DrillResult(
            run.Drill, run.Version, run.Digest, run.Case, run.Officer, score.Points, score.IsPassed, new ReceiptLedger(leaves.Length, root), time.GetUtcNow());
    }

    private static IEnumerable<LedgerLine> Until(IReadOnlyList<LedgerLine> lines, DrillRun run, DrillResult result) =>
        lines.Where(line => line.Case == run.Case.ToString() ? line.Seq < result.Ledger.Size : line.At <= result.At);
}
