using Rogatory.Core.Case;

namespace Rogatory.Api.Retention;

/// <summary>How long what a case holds is kept: dates are null until the case is decided. Until when bodies are immutable is <c>retainUntil</c>.</summary>
public sealed record RetentionView(RetentionDateView? Review, RetentionDateView? Erasure, IReadOnlyList<HoldView> Holds, IReadOnlyList<ErasureView> Erasures)
{
    public static RetentionView Of(CaseState state) => new(
        RetentionDateView.Of(state.Retention.Review),
        RetentionDateView.Of(state.Retention.Erasure),
        [.. state.Retention.Holds.Select(HoldView.Of)],
        [.. state.Retention.Erasures.Select(one => ErasureView.Of(state, one))]);
}
