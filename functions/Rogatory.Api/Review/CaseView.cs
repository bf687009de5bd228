using Rogatory.Api.Disclosure;
using Rogatory.Api.Intake;
using Rogatory.Api.Retention;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Sealing;

namespace Rogatory.Api.Review;

/// <summary>A case as an officer sees it.</summary>
public sealed record CaseView(
    string Case,
    string Stage,
    string Phase,
    string Kind,
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
    CaseViewRisk? Risk,
    string? AnswersTo,
    IReadOnlyList<string> Answers,
    IReadOnlyList<DisclosureView> Disclosures,
    RetentionView Retention,
    IReadOnlyList<NoticeView> Notices)
{
    public static CaseView Of(CaseState state, PolicySet policy)
    {
        RequestView request = RequestView.Of(state, policy);
        IEnumerable<ItemId> ours = state.Sealed.Values.Select(one => one.Item).Where(item => item != CaseState.RequestItem && !state.Declares(item))
            .OrderBy(item => item.ToString(), StringComparer.Ordinal);
        return new CaseView(
            request.Case,
            request.Stage,
            request.Phase,
            ApiJson.Word(state.Kind),
            state.Partner.ToString(),
            state.Request.Instrument,
            state.Request.Urgency,
            state.Request.Handling,
            state.Request.DataCategories,
            state.OpenedAt,
            state.Request.Policy,
            state.Request.RetainUntil,
            [.. state.Request.Items.Prepend(CaseState.RequestItem).Concat(ours).Select(item => ItemOf(state, item, state.Find(item), state.Added.GetValueOrDefault(item.ToString())))],
            request.Missing,
            request.Deadlines,
            state.Missed,
            state.Receipt is { } receipt ? new CaseViewReceipt(receipt.Statement, receipt.Size, receipt.Root) : null,
            state.DecisionName is null ? null : new CaseViewDecision(state.DecisionName, state.Ground!, state.Citation!, state.DecidedBy!),
            state.Risk.Newest is { } risk ? new CaseViewRisk(ApiJson.Word(risk.Level), risk.Mitigations, state.Risk.At!.Value) : null,
            state.Request.Answers?.ToString(),
            [.. state.Answers.Select(answer => answer.ToString())],
            [.. state.Disclosures.Select(DisclosureView.Of)],
            RetentionView.Of(state),
            [.. state.Corrections.Notices.Select(NoticeView.Of)]);
    }

    private static CaseViewItem ItemOf(CaseState state, ItemId item, ItemSealed? one, ItemAdded? added) => new(
        item.ToString(), StateOf(state, item, one), one?.Size, one?.SealedRoot, added?.DataCategories,
        added is null ? null : new CaseViewOrigin(ApiJson.Word(added.Origin.Kind), added.Origin.State?.ToString(), added.Origin.Instrument),
        state.Retention.IsHeld(item), state.Corrections.IsRestricted(item), state.Corrections.CorrectionOf(item)?.ToString(),
        state.Extracts.Find(item) is { } made ? ExtractView.From(state, made) : null, CaseViewClassification.Of(state, item));

    private static string StateOf(CaseState state, ItemId item, ItemSealed? one) =>
        one is null ? "awaited" : state.IsErased(item) ? "erased" : state.IsErasing(item) ? "erasing" : "sealed";
}
