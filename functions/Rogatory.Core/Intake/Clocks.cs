using Rogatory.Core.Case;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Intake;

/// <summary>The clocks that the policy starts in a case. All are computed from instants given, never from the clock on the wall.</summary>
public static class Clocks
{
    /// <summary>The clocks that receipt starts, the partner's own date among them (it runs out when that day ends, in UTC).</summary>
    public static IReadOnlyList<Deadline> For(RequestDocument request, PolicySet policy, DateTimeOffset receivedAt) =>
        Started(request, policy, ClockTrigger.Receipt, receivedAt);

    /// <summary>The clocks that the decision to execute the request starts.</summary>
    public static IReadOnlyList<Deadline> AfterDecision(RequestDocument request, PolicySet policy, DateTimeOffset decidedAt) =>
        Started(request, policy, ClockTrigger.Decision, decidedAt);

    /// <summary>Our own date for an answer, in a request that we send: on the law that the partner is bound by, and met by its answer.</summary>
    public static IReadOnlyList<Deadline> ForAnswer(RequestDocument request, PolicySet policy, DateTimeOffset sentAt) =>
    [
        .. from rule in Rules(request, policy, RuleEffect.Clock, ClockTrigger.Receipt, sentAt)
           where rule.Clock!.Limit is null && request.RespondBy is not null
           select new Deadline("answer.respond-by", EndOf(request.RespondBy)!.Value, rule.Citation, [AnswerReceived.EventName]),
    ];

    /// <summary>Until when data must at least be kept that were preserved at the instant given (ETS 185 art. 29(7)); null when no rule says so.</summary>
    public static DateTimeOffset? PreserveUntil(RequestDocument request, PolicySet policy, DateTimeOffset preservedAt) =>
        Rules(request, policy, RuleEffect.Minimum, ClockTrigger.Execution, preservedAt)
            .Max(rule => preservedAt + rule.Clock!.Limit);

    private static List<Deadline> Started(RequestDocument request, PolicySet policy, ClockTrigger trigger, DateTimeOffset at) =>
    [
        .. from rule in Rules(request, policy, RuleEffect.Clock, trigger, at)
           let due = at + rule.Clock!.Limit ?? EndOf(request.RespondBy)
           where due is not null
           select new Deadline(rule.Clock!.Id, due.Value, rule.Citation, rule.Clock!.MetBy),
    ];

    private static IEnumerable<PolicyRule> Rules(
        RequestDocument request, PolicySet policy, RuleEffect effect, ClockTrigger trigger, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(policy);
        RequestSummary summary = request.Summary;
        DateOnly day = DateOnly.FromDateTime(at.UtcDateTime);
        return policy.For(summary.Instrument)
            .Where(pack => pack.InForce.On(day))
            .SelectMany(pack => pack.Rules)
            .Where(rule => rule.Effect == effect && rule.Clock!.Trigger == trigger
                && rule.InForce?.On(day) != false && RuleConditions.Hold(rule, summary));
    }

    private static DateTimeOffset? EndOf(DateOnly? day) =>
        day is { } last ? new DateTimeOffset(last.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)).AddDays(1) : null;
}
