using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

/// <param name="At">The date.</param>
/// <param name="Rule">The rule of the policy that sets it, or <c>review</c> where an officer did.</param>
/// <param name="Citation">The article that it rests on.</param>
/// <param name="Verified">Whether the rule was checked against the official text.</param>
/// <param name="Reminded">Whether it was said that it comes near.</param>
/// <param name="Overdue">Whether it came and nobody has acted since.</param>
public sealed record RetentionDateView(DateTimeOffset At, string Rule, string Citation, bool Verified, bool Reminded, bool Overdue)
{
    public static RetentionDateView? Of(RetentionDateState? one) =>
        one is null ? null : new(one.Date.At, one.Date.Rule, one.Date.Citation, one.Date.Verified, one.IsReminded, one.IsOverdue);
}
