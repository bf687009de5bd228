using Rogatory.Core.Disclosure;

namespace Rogatory.Api.Disclosure;

/// <summary>A disclosure as an officer sees it.</summary>
public sealed record DisclosureView(
    string Disclosure,
    string Step,
    string Partner,
    IReadOnlyList<string> Items,
    string Region,
    string ProposedBy,
    IReadOnlyList<string> ApprovedBy,
    int? ApprovalsNeeded,
    DateTimeOffset LapsesAt,
    bool Escalated,
    DisclosureCheckView? Check,
    DateTimeOffset? ReceiptDue,
    bool ReceiptOverdue,
    DateTimeOffset? ExpiresAt,
    string? Receipt,
    string? Recall,
    string? EndedBecause,
    IReadOnlyList<string> CopiesChecked,
    string? CopyFault,
    bool CopiesRemoved)
{
    public static DisclosureView Of(DisclosureState one) => new(
        one.Id.ToString(),
        ApiJson.Word(one.Step),
        one.Partner.ToString(),
        [.. one.Proposal.Items.Select(item => item.ToString())],
        one.Proposal.Region,
        one.ProposedBy,
        one.ApprovedBy,
        one.Check?.Approvals,
        one.Proposal.LapseAt,
        one.IsEscalated,
        one.Check is { } check ? DisclosureCheckView.Of(check) : null,
        one.Manifest?.ReceiptDue,
        one.IsOverdue,
        one.Manifest?.ExpiresAt,
        one.Receipt?.Statement,
        one.Recall?.Statement,
        one.End is { } end ? ApiJson.Word(end) : null,
        [.. one.CheckedCopies.Order(StringComparer.Ordinal)],
        one.CopyFault is { } fault ? ApiJson.Word(fault) : null,
        one.CopiesRemoved);
}
