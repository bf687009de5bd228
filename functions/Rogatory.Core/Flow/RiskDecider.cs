using Rogatory.Core.Case;
using Rogatory.Core.Risk;

namespace Rogatory.Core.Flow;

/// <summary>What is due of the assessment of risk: the part of <see cref="CaseDecider"/> for it, as pure and as total. As no case waits longer than a day, each is looked at every day.</summary>
internal static class RiskDecider
{
    /// <summary>Whether an assessment made at this instant is another one than the newest on record. Without sources nothing is said.</summary>
    public static DueCommand? Decide(CaseState state, RiskSources? sources, DateTimeOffset now) =>
        sources is not null && CaseRisk.Next(state, sources, now) is not null ? new DueCommand.AssessRisk() : null;

    /// <summary>When to look again before the day is over; null when there is no need.</summary>
    public static DateTimeOffset? LookAgainAt(CaseState state, RiskSources? sources, DateTimeOffset now) =>
        sources is null ? null : CaseRisk.StandsUntil(state, sources, now);
}
