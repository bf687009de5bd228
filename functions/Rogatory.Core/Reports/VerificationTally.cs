using Rogatory.Core.Case;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Reports;

/// <summary>Adds up what was checked, and says what it comes to.</summary>
internal sealed class VerificationTally(Checkpoint? newest, IReadOnlyList<CheckpointCase> proven, string? fault)
{
    private readonly Dictionary<CaseId, CheckpointCase> _missing = proven.ToDictionary(one => one.Case);
    private readonly List<BrokenLedger> _broken = fault is null ? [] : [new BrokenLedger("checkpoints", null, fault)];
    private int _ledgers;
    private int _cases;
    private int _proven;
    private int _younger;
    private long _lines;

    public void Add(LedgerFolded folded)
    {
        _ledgers++;
        _lines += folded.Report.Size;
        if (folded.Broken is not null)
            _broken.Add(folded.Broken);
        if (!CaseId.TryParse(folded.Name, out CaseId @case))
            return;
        _cases++;
        if (!_missing.Remove(@case, out CheckpointCase? said))
            _younger++;
        else if (folded.Report.Proves(said.Size, said.Root))
            _proven++;
        else if (folded.Report.Holds)
            _broken.Add(new BrokenLedger(folded.Name, null, "It holds together, but is not the ledger that the newest checkpoint names: it was changed or cut since."));
    }

    public ReportVerification Finish()
    {
        _broken.AddRange(_missing.Values.OrderBy(one => one.Case.ToString(), StringComparer.Ordinal)
            .Select(one => new BrokenLedger(one.Case.ToString(), null, "The newest checkpoint names it, and there is no such ledger.")));
        return new ReportVerification(_ledgers, _cases, _lines, newest?.Number, newest?.At, _proven, _younger, _broken);
    }

    public static ReportVerdict VerdictOf(ReportVerification found) => found switch
    {
        { Broken: [var one] } => new ReportVerdict(VerdictState.Broken, Say(
            $"BROKEN: {NameOf(one)} does not hold{At(one)}: {one.Why} Do not rely on this report before that is explained.")),
        { Broken.Count: > 1 } => new ReportVerdict(VerdictState.Broken, Say(
            $"BROKEN: {found.Broken.Count:N0} of {found.Ledgers:N0} ledgers do not hold, the first of them {NameOf(found.Broken[0])}{At(found.Broken[0])}. Do not rely on this report before that is explained.")),
        { Cases: 0 } => new ReportVerdict(VerdictState.Holds, "There is no case yet, and nothing to rely on."),
        { Checkpoint: null } => new ReportVerdict(VerdictState.Unproven, Say(
            $"UNPROVEN: all {found.Ledgers:N0} ledgers hold together, and no checkpoint proves them yet.")),
        _ => new ReportVerdict(VerdictState.Holds, Say(
            $"All {found.Ledgers:N0} ledgers hold, {found.Lines:N0} entries in all. {found.Proven:N0} of {found.Cases:N0} cases are proven by the signed checkpoint {found.Checkpoint} of {found.CheckpointAt:d MMMM yyyy, HH:mm} UTC{Younger(found)}.")),
    };

    private static string Younger(ReportVerification found) => found.Younger == 0 ? "" : Say($", and {found.Younger:N0} are younger than it");

    private static string NameOf(BrokenLedger one) => CaseId.TryParse(one.Ledger, out _) ? $"the ledger of case {one.Ledger}" : one.Ledger == "checkpoints" ? "the checkpoints' record" : $"the ledger {one.Ledger}";

    private static string At(BrokenLedger one) => one.Line is { } line ? Say($" from line {line}") : "";

    private static string Say(FormattableString text) => FormattableString.Invariant(text);
}
