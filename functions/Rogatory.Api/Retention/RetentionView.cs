using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

/// <summary>How long what a case holds is kept: dates are null until the case is decided. Until when bodies are immutable is <c>retainUntil</c>.</summary>
public sealed record RetentionView(RetentionDateView? Review, RetentionDateView? Erasure, IReadOnlyList<HoldView> Holds, IReadOnlyList<ErasureView> Erasures)
{
    public static RetentionView Of(RetentionState state) => new(
        RetentionDateView.Of(state.Review),
        RetentionDateView.Of(state.Erasure),
        [.. state.Holds.Select(HoldView.Of)],
        [.. state.Erasures.Select(ErasureView.Of)]);
}
