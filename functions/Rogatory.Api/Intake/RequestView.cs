using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Sealing;

namespace Rogatory.Api.Intake;

/// <summary>A case as its partner sees it.</summary>
public sealed record RequestView(
    string Case,
    string Stage,
    string Phase,
    IReadOnlyList<RequestViewItem> Items,
    IReadOnlyList<RequestViewDeadline> Deadlines,
    IReadOnlyList<RequestViewMissing> Missing,
    bool Receipt,
    RequestViewDecision? Decision)
{
    public static RequestView Of(CaseState state, Core.Policy.PolicySet policy) => new(
        state.Case.ToString(),
        ApiJson.Word(state.Stage),
        ApiJson.Word(state.Phase),
        [.. state.Request.Items.Select(item => new RequestViewItem(item.ToString(), StateOf(state, item), state.Rejections.GetValueOrDefault(item.ToString())))],
        [.. state.Deadlines.Select(one => new RequestViewDeadline(one.Clock, one.Due, one.Citation))],
        [.. state.Request.Missing.Select(one => new RequestViewMissing(one.Rule, one.Field, one.Citation, policy.MessageOf(one.Rule)))],
        state.Receipt is not null,
        RequestViewDecision.Of(state));

    private static string StateOf(CaseState state, ItemId item) =>
        state.Find(item) is not null ? state.Retention.IsGone(item) ? "erased" : "sealed"
        : state.Uploads.Values.Any(upload => upload.Item == item && upload.Step == UploadStep.Completed) ? "verifying"
        : "awaited";
}
