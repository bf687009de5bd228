using Rogatory.Core.Disclosure;

namespace Rogatory.Api.Disclosure;

/// <summary>A disclosure as the partner it is for sees it in its list.</summary>
public sealed record DisclosureOffer(
    string Disclosure, string Case, string State, int Items, DateTimeOffset ReceiptDue, bool ReceiptOverdue, DateTimeOffset ExpiresAt)
{
    public static DisclosureOffer Of(DisclosureState one) => new(
        one.Id.ToString(),
        one.Id.Case.ToString(),
        one.Step switch
        {
            DisclosureStep.Ready when one.IsBarred => "over",
            // Of one that is barred after it was handed out only the receipt is still taken.
            DisclosureStep.Ready or DisclosureStep.Fetched => one.IsReminded || one.IsBarred ? "receipt-awaited" : "ready",
            DisclosureStep.Received => "received",
            DisclosureStep.Recalled => "recalled",
            DisclosureStep.Acknowledged => "acknowledged",
            _ => "over",
        },
        one.Proposal.Items.Count,
        one.Manifest!.ReceiptDue,
        one.IsOverdue,
        one.Manifest.ExpiresAt);
}
