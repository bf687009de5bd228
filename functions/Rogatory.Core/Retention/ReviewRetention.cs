using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Review;

namespace Rogatory.Core.Retention;

/// <summary>An officer reviewed whether a case is still needed, and keeps it until a date. Who finds that it is not proposes to erase it.</summary>
public sealed class ReviewRetention(RecordRetention record, PolicySet policy, TimeProvider time)
{
    /// <summary>The most years that one review can keep a case.</summary>
    public const int MostYears = 30;

    /// <summary>Moves the date of erasure, and the next review to when the policy wants it, or to that date where it is earlier.</summary>
    /// <param name="officer">Who reviewed.</param>
    /// <param name="case">The case.</param>
    /// <param name="keepUntil">The last day that it is needed.</param>
    /// <param name="ground">The ground's code.</param>
    /// <param name="citation">The article relied on.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="cancellationToken">Stops before it is recorded.</param>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>review-malformed</c>, <c>reasons-required</c>, <c>review-not-possible</c>: the case is
    /// not decided, or erased.</exception>
    public Task<CaseState> RunAsync(
        OfficerId officer, CaseId @case, DateOnly keepUntil, KeepingGround ground, string citation, string reasons, CancellationToken cancellationToken)
    {
        Citation.Check(citation, "review-malformed");
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset until = new DateTimeOffset(keepUntil.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)).AddDays(1);
        if (until <= now || until > now.AddYears(MostYears))
            throw RefusedException.Malformed("review-malformed", "/keepUntil", "Keep a case until a day that is neither past nor more than thirty years away.");
        RetentionDate kept = RetentionDates.Kept(until, citation, policy);
        return record.RunAsync(officer, @case, "keeping", reasons, state => FindAlike(state, officer, ground, kept), (state, command, words) =>
        {
            if (state.Retention.Review is null || state.Retention.IsAllErased)
                throw new RefusedException("review-not-possible", "The case is not decided yet, or it is erased: there is nothing to review.");
            RetentionDate next = RetentionDates.After(
                RetentionDateKind.Review, state.Request.Instrument, state.Phase == CasePhase.Refused, policy, now);
            return new CaseReviewed
            {
                Command = command,
                Ground = ground,
                Citation = citation,
                Reasons = words,
                Review = next.At < kept.At ? next : kept,
                Erasure = kept,
            };
        }, cancellationToken);
    }

    private static ItemId? FindAlike(CaseState state, OfficerId officer, KeepingGround ground, RetentionDate kept) =>
        state.Retention.Reviewed is { } newest && newest.By == $"officer:{officer}" && newest.Ground == ground && newest.Until == kept.At
            ? newest.Reasons
            : null;
}
