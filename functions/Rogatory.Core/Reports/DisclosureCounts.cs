using System.Text.Json.Nodes;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;
using Rogatory.Core.Sealing;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Reports;

/// <summary>Disclosures by partner, category and basis; refusals of the transfer check by rule; and the transfers that are to be documented one by one.</summary>
internal sealed class DisclosureCounts(LedgerFigures figures, RuleTexts rules) : ILedgerCounts
{
    private const string ToDocument = "document-transfer";

    private readonly Dictionary<DisclosureId, Followed> _disclosures = [];
    private readonly Dictionary<string, string> _roots = new(StringComparer.Ordinal);

    public void Read(ReportLine line)
    {
        if (line.Happened is ItemSealed one)
            _roots[one.Item.ToString()] = one.SealedRoot;
        if (line.Happened is DisclosureProposed proposal)
            _disclosures[proposal.Disclosure] = new Followed(proposal);
        if (line.Happened is not DisclosureEvent happened || !_disclosures.TryGetValue(happened.Disclosure, out Followed? disclosure))
            return;

        if (happened is TransferChecked check)
            Check(check, disclosure, line);
        if (ColumnOf(happened, disclosure) is { } column)
            figures.Count("disclosures-partner", column, disclosure.Proposal.Partner.ToString(), line);
        if (happened is DisclosureFetched && !disclosure.IsHandedOver)
            HandOver(disclosure, line);
    }

    public void End()
    {
    }

    private void Check(TransferChecked check, Followed disclosure, ReportLine line)
    {
        disclosure.Checked = check;
        if (check.IsAllowed)
            return;
        string effect = check.Outcome == TransferOutcome.Refused ? "refuse" : "ask";
        foreach (string rule in check.Findings.Where(one => one.Effect == effect).Select(one => one.Rule).Distinct(StringComparer.Ordinal))
            figures.Count("refusals-transfer", check.Outcome == TransferOutcome.Refused ? "refused" : "asked", rule, line);
    }

    private void HandOver(Followed disclosure, ReportLine line)
    {
        disclosure.IsHandedOver = true;
        IReadOnlyList<string> categories = CategoriesOf(disclosure.Checked);
        foreach (string category in categories)
            figures.Count("disclosures-category", "handed-over", category, line);
        IReadOnlyList<string> rungs = [.. (disclosure.Checked?.Findings ?? []).Where(one => one.Effect == "holds" && rules.IsRung(one.Rule)).Select(one => one.Rule)];
        foreach (string rung in rungs.DefaultIfEmpty("no-ladder"))
            figures.Count("disclosures-basis", "handed-over", rung, line);
        figures.Count("disclosures-instrument", "handed-over", disclosure.Checked?.Instrument ?? "none", line);
        if (!line.IsCounted || disclosure.Checked?.Conditions.Contains(ToDocument) != true)
            return;
        DisclosureProposed proposal = disclosure.Proposal;
        figures.Document(new DocumentedTransfer(
            line.Entry.At, proposal.Disclosure.ToString(), proposal.Partner.ToString(), (string?)disclosure.Checked.Facts["recipientState"],
            [.. rungs.Select(rung => rules.CitationOf(rung) is { } citation ? $"{rung} ({citation})" : rung)], proposal.Statement.ToString(), categories,
            [.. proposal.Items.Select(item => new TransferredItem(item.ToString(), _roots.GetValueOrDefault(item.ToString())))], line.Entry));
    }

    private static string? ColumnOf(DisclosureEvent happened, Followed disclosure) => happened switch
    {
        DisclosureProposed => "proposed",
        TransferChecked { IsAllowed: false } => "not-allowed",
        GrantIssued => "granted",
        DisclosureFetched => disclosure.IsHandedOver ? null : "handed-over",
        CollectionReceived => "confirmed",
        DisclosureRecalled => "recalled",
        DisclosureRejected or DisclosureWithdrawn or DisclosureEnded => "ended",
        _ => null,
    };

    private static IReadOnlyList<string> CategoriesOf(TransferChecked? check) =>
        check?.Facts["data"]?["categories"] is JsonArray categories ? [.. categories.Select(one => (string?)one).OfType<string>()] : [];

    private sealed class Followed(DisclosureProposed proposal)
    {
        public DisclosureProposed Proposal => proposal;

        public TransferChecked? Checked { get; set; }

        public bool IsHandedOver { get; set; }
    }
}
