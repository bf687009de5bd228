using Rogatory.Core.Case;
using Rogatory.Core.Retention;

namespace Rogatory.Core.Reports;

/// <summary>Holds, dates that passed, erasures and corrections: what was done, and what stands at the end.</summary>
internal sealed class RetentionCounts(LedgerFigures figures) : ILedgerCounts
{
    private const string Done = "done";
    private const string Standing = "standing";

    private readonly Dictionary<int, ReportEntry> _holds = [];
    private readonly Dictionary<string, ReportEntry> _restricted = new(StringComparer.Ordinal);
    private readonly Dictionary<RetentionDateKind, ReportEntry> _overdue = [];
    private readonly Dictionary<int, ErasureProposed> _proposed = [];
    private readonly HashSet<int> _erased = [];

    public void Read(ReportLine line)
    {
        switch (line.Happened)
        {
            case HoldPlaced one:
                _holds[one.Hold] = line.Entry;
                break;
            case HoldLifted one:
                _holds.Remove(one.Hold);
                break;
            case ItemRestricted one:
                _restricted[one.Item.ToString()] = line.Entry;
                break;
            case ItemUnrestricted one:
                _restricted.Remove(one.Item.ToString());
                break;
            case ItemErased one:
                _restricted.Remove(one.Item.ToString());
                break;
            case DatePassed one:
                _overdue[one.Date] = line.Entry;
                break;
            case CaseReviewed:
                _overdue.Clear();
                break;
            case ErasureProposed one:
                _proposed[one.Erasure] = one;
                break;
            default:
                break;
        }

        if (RowOf(line.Happened) is { } row)
            figures.Count("retention", Done, row, line);
    }

    public void End()
    {
        foreach (ReportEntry hold in _holds.Values)
            figures.Count("retention", Standing, "holds-placed", hold);
        foreach (ReportEntry restriction in _restricted.Values)
            figures.Count("retention", Standing, "items-restricted", restriction);
        foreach ((RetentionDateKind kind, ReportEntry passed) in _overdue)
            figures.Count("retention", Standing, kind == RetentionDateKind.Review ? "reviews-missed" : "erasures-missed", passed);
    }

    private string? RowOf(LedgerEvent happened) => happened switch
    {
        HoldPlaced => "holds-placed",
        HoldLifted => "holds-lifted",
        ItemRestricted => "items-restricted",
        ItemRectified => "items-rectified",
        NoticeIssued => "notices-issued",
        CaseReviewed => "reviews-kept",
        DatePassed one => one.Date == RetentionDateKind.Review ? "reviews-missed" : "erasures-missed",
        ErasureProposed => "erasures-proposed",
        ErasureRejected or ErasureLapsed => "erasures-not-approved",
        ItemErased one => Erase(one),
        _ => null,
    };

    /// <summary>An erasure of all that a case holds ends its dates too.</summary>
    private string Erase(ItemErased one)
    {
        if (_erased.Add(one.Erasure) && _proposed.GetValueOrDefault(one.Erasure)?.Items.Count == 0)
            _overdue.Clear();
        return "items-erased";
    }
}
