using Rogatory.Api.Disclosure;
using Rogatory.Api.Intake;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Sealing;

namespace Rogatory.Api.Review;

/// <summary>A case as an officer sees it.</summary>
public sealed record CaseView(
    string Case,
    string Stage,
    string Phase,
    string Partner,
    string Instrument,
    string? Urgency,
    string? Handling,
    IReadOnlyList<string> DataCategories,
    DateTimeOffset OpenedAt,
    string Policy,
    DateTimeOffset RetainUntil,
    IReadOnlyList<CaseViewItem> Items,
    IReadOnlyList<RequestViewMissing> Missing,
    IReadOnlyList<RequestViewDeadline> Deadlines,
    IReadOnlyList<string> MissedDeadlines,
    CaseViewReceipt? Receipt,
    CaseViewDecision? Decision,
    IReadOnlyList<DisclosureView> Disclosures)
{
    public static CaseView Of(CaseState state, PolicySet policy)
    {
        RequestView request = RequestView.Of(state, policy);
        IEnumerable<ItemId> ours = state.Sealed.Values.Select(one => one.Item).Where(item => item.IsOurs && item != CaseState.RequestItem)
            .OrderBy(item => item.ToString(), StringComparer.Ordinal);
        return new CaseView(
            request.Case,
            request.Stage,
            request.Phase,
            state.Partner.ToString(),
            state.Request.Instrument,
            state.Request.Urgency,
            state.Request.Handling,
            state.Request.DataCategories,
            state.OpenedAt,
            state.Request.Policy,
            state.Request.RetainUntil,
            [.. state.Request.Items.Prepend(CaseState.RequestItem).Concat(ours).Select(item => ItemOf(item, state.Find(item)))],
            request.Missing,
            request.Deadlines,
            state.Missed,
            state.Receipt is { } receipt ? new CaseViewReceipt(receipt.Statement, receipt.Size, receipt.Root) : null,
            state.DecisionName is null ? null : new CaseViewDecision(state.DecisionName, state.Ground!, state.Citation!, state.DecidedBy!),
            [.. state.Disclosures.Select(DisclosureView.Of)]);
    }

    private static CaseViewItem ItemOf(ItemId item, ItemSealed? one) =>
        new(item.ToString(), one is null ? "awaited" : "sealed", one?.Size, one?.SealedRoot);
}
