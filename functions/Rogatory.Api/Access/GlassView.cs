using Rogatory.Core.Access.Officers;

namespace Rogatory.Api.Access;

/// <summary>A glass that was broken. The reasons are sealed items of the case.</summary>
public sealed record GlassView(
    int Glass, string Officer, string Case, DateTimeOffset BrokenAt, DateTimeOffset Until, bool Stands, bool Open, string Reasons, GlassViewReview? Review)
{
    public static GlassView Of(Glass one, DateTimeOffset now) => new(
        one.Broken.Glass,
        one.Broken.Officer.ToString(),
        one.Broken.Case.ToString(),
        one.BrokenAt,
        one.Broken.Until,
        now < one.Broken.Until,
        one.IsOpen,
        one.Broken.Reasons.ToString(),
        one.Review is { } review ? new GlassViewReview(review.Outcome, one.ReviewedBy!, one.ReviewedAt!.Value, review.Reasons.ToString()) : null);
}
