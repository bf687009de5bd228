using Rogatory.Core.Case;
using Rogatory.Core.Access;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Intake;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Reports;

/// <summary>The operations that LED art. 25(1) wants logged, each by the events that are one.</summary>
internal sealed class OperationCounts(LedgerFigures figures) : ILedgerCounts
{
    /// <summary>The column over the whole period, beside one for each part of it.</summary>
    public const string All = "all";

    private readonly HashSet<string> _collected = [CaseState.RequestItem.ToString()];

    public void Read(ReportLine line)
    {
        if (line.Happened is RequestOpened opened)
            _collected.UnionWith(opened.Items.Select(item => item.ToString()));
        if (line.Happened is ItemAdded added)
            _collected.Add(added.Item.ToString());
        if (!line.IsCounted || OperationOf(line.Happened) is not { } operation)
            return;
        figures.Count("operations", All, operation, line.Entry);
        figures.Count("operations", figures.Period.PartOf(line.Entry.At), operation, line.Entry);
        if (line.Happened is ItemConsulted reading)
            figures.Count("consultations", "readings", line.Actor.StartsWith("officer:", StringComparison.Ordinal) ? reading.Restricted ? "officer-restricted" : "officer" : "classification", line.Entry);
    }

    public void End()
    {
    }

    private string? OperationOf(LedgerEvent happened) => happened switch
    {
        ItemSealed one => _collected.Contains(one.Item.ToString()) ? "collection" : null,
        ItemRectified or ItemRestricted or ItemUnrestricted or ExtractMade => "alteration",
        ItemConsulted => "consultation",
        DisclosureFetched => "disclosure",
        AnswerReceived => "combination",
        ItemErased => "erasure",
        _ => null,
    };
}
