using System.Text.Json;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Review;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Reports;

/// <summary>Cases opened, decisions on them, refusals by ground, and what each case waits for at the end.</summary>
internal sealed class CaseCounts(LedgerFigures figures) : ILedgerCounts
{
    private readonly HashSet<string> _unsealed = new(StringComparer.Ordinal);
    private CasePhase _phase = CasePhase.None;
    private ReportEntry? _since;

    public void Read(ReportLine line)
    {
        Follow(line);
        switch (line.Happened)
        {
            case RequestOpened opened:
                figures.Count("cases-kind", "opened", Word(opened.Kind), line);
                figures.Count("cases-instrument", "opened", opened.Instrument, line);
                break;
            case ReviewDecision decision:
                figures.Count("decisions", "made", DecisionOf(decision), line);
                if (decision is RequestRefused)
                    figures.Count("refusals-request", "refused", decision.Ground, line);
                break;
            default:
                break;
        }
    }

    public void End()
    {
        if (_since is not null)
            figures.Count("cases-phase", "cases", Word(_phase), _since);
    }

    private void Follow(ReportLine line)
    {
        if (line.Happened is RequestOpened opened)
        {
            _unsealed.UnionWith(opened.Items.Select(item => item.ToString()));
            (_phase, _since) = (CaseTransitions.First(opened.Kind, opened.Items.Count == 0), line.Entry);
            return;
        }

        if (line.Happened is ItemSealed one)
            _unsealed.Remove(one.Item.ToString());
        if (CaseTransitions.Next(_phase, line.Happened.Name, _unsealed.Count == 0) is not { } next)
            throw new CaseHistoryException(line.Entry.Line - 1, "its event cannot happen in the phase the case is in");
        if (next != _phase)
            (_phase, _since) = (next, line.Entry);
    }

    private static string DecisionOf(ReviewDecision decision) => decision switch
    {
        RequestAccepted => "accepted",
        RequestRefused => "refused",
        RequestPostponed => "postponed",
        _ => "clarification-asked",
    };

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
