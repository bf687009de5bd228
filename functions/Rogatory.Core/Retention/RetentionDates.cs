using Rogatory.Core.Policy;

namespace Rogatory.Core.Retention;

/// <summary>The dates that the policy sets once a case is decided. All are computed from instants given.</summary>
internal static class RetentionDates
{
    /// <summary>What a date's rule is where an officer set it.</summary>
    public const string OfReview = "review";

    private const string Remind = "home.retention-remind";

    /// <summary>The date of review or of erasure of a case under an instrument: the earliest that a rule in force sets.</summary>
    /// <exception cref="PolicyException">No rule sets it: no case may be kept without a date (LED art. 5).</exception>
    public static RetentionDate After(RetentionDateKind kind, string instrument, bool isRefused, PolicySet policy, DateTimeOffset decidedAt)
    {
        RuleEffect effect = kind == RetentionDateKind.Review ? RuleEffect.Review : RuleEffect.Erase;
        ClockTrigger trigger = isRefused ? ClockTrigger.Refusal : ClockTrigger.Decision;
        DateOnly day = DateOnly.FromDateTime(decidedAt.UtcDateTime);
        PolicyRule rule = policy.For(instrument)
            .Where(pack => pack.InForce.On(day))
            .SelectMany(pack => pack.Rules)
            .Where(rule => rule.Effect == effect && rule.Clock!.Trigger == trigger && rule.InForce?.On(day) != false)
            .MinBy(rule => rule.Clock!.Limit) ?? throw new PolicyException(instrument, $"no rule in force sets a date of {kind}");
        return At(decidedAt + rule.Clock!.Limit!.Value, rule.Id, rule.Citation, rule.Verified, policy);
    }

    /// <summary>A date that an officer set.</summary>
    public static RetentionDate Kept(DateTimeOffset until, string citation, PolicySet policy) => At(until, OfReview, citation, verified: false, policy);

    private static RetentionDate At(DateTimeOffset at, string rule, string citation, bool verified, PolicySet policy) =>
        new(at, at - policy.LimitOf(Remind), rule, citation, verified);
}
