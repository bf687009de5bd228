using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Drills;
using Rogatory.Core.Incidents;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Core.Retention;
using Rogatory.Ledger;

namespace Rogatory.Core.Reports;

/// <summary>
/// Reads one ledger from its first line to its last, checks that it holds, and counts what its lines up to the end of the period say.
/// It keeps one line at a time, and what is counted of it.
/// </summary>
internal sealed class LedgerFold
{
    // Nothing in them is counted, and a line that this version does not know is one all the same.
    private static readonly Dictionary<string, EventCodec> Registers = new(StringComparer.Ordinal)
    {
        [PartnerRegister.LedgerName] = PartnerRegister.Codec,
        [IncidentRegister.LedgerName] = IncidentEvents.Codec,
        [PatrolRegister.LedgerName] = PatrolRegister.Codec,
        [SignalRegister.LedgerName] = SignalRegister.Codec,
        [KeyRegister.LedgerName] = KeyRegister.Codec,
        [DrillRegister.LedgerName] = DrillRegister.Codec,
    };

    private readonly IReadOnlyList<ILedgerCounts> _counts;
    private readonly EventCodec? _codec;

    private LedgerFold(EventCodec? codec, IReadOnlyList<ILedgerCounts> counts) => (_codec, _counts) = (codec, counts);

    /// <summary>Reads a ledger.</summary>
    public static LedgerFolded Read(string name, byte[] ledger, ReportPeriod period, DateTimeOffset madeAt, RuleTexts rules)
    {
        var figures = new LedgerFigures(period, madeAt);
        LedgerFold fold = For(name, figures, rules);
        BrokenLedger? unknown = null;
        LedgerReport report = LedgerCheck.Check(new MemoryStream(ledger, writable: false), line =>
        {
            if (unknown is null && !period.IsAfter(line.At))
                unknown = fold.Look(line, period);
        });
        foreach (ILedgerCounts one in fold._counts)
            one.End();
        BrokenLedger? broken = !report.Holds
            ? new BrokenLedger(name, report.LineNumber, report.Why)
            : report.Case != name ? new BrokenLedger(name, 1, "It is stored under another name than its own.") : unknown;
        return new LedgerFolded(name, ledger.Length, report, broken, figures);
    }

    private static LedgerFold For(string name, LedgerFigures figures, RuleTexts rules) => name switch
    {
        OfficerRegister.LedgerName => new LedgerFold(OfficerRegister.Codec, [new TrainingCounts(figures, rules)]),
        RefusalRegister.LedgerName => new LedgerFold(RefusalRegister.Codec, [new RefusalCounts(figures)]),
        _ when name.StartsWith("incident-", StringComparison.Ordinal) => new LedgerFold(IncidentEvents.Codec, [new IncidentCounts(figures)]),
        _ when CaseId.TryParse(name, out _) => new LedgerFold(CaseEvents.Codec,
        [
            new CaseCounts(figures), new OperationCounts(figures), new DeadlineCounts(figures), new DisclosureCounts(figures, rules), new RetentionCounts(figures),
        ]),
        _ when Registers.TryGetValue(name, out EventCodec? codec) => new LedgerFold(codec, []),
        _ => new LedgerFold(null, []),
    };

    private BrokenLedger? Look(LedgerLine line, ReportPeriod period)
    {
        if (_codec is null)
            return null;
        try
        {
            ReportLine read = ReportLine.Of(line, _codec.Decode(line), period);
            foreach (ILedgerCounts one in _counts)
                one.Read(read);
            return null;
        }
        catch (CaseHistoryException cannotFollow)
        {
            return new BrokenLedger(line.Case, line.Seq + 1, cannotFollow.Message);
        }
    }
}
