using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Risk;

/// <summary>Puts an assessment of a case together, and says whether it is another one than the newest on record. Pure.</summary>
internal static class CaseRisk
{
    /// <summary>For how long an assessment under other rules stands, as a host has them that is of another version: else two hosts would write in turns, each by its own.</summary>
    private static readonly TimeSpan StandsFor = TimeSpan.FromHours(1);

    /// <summary>Whether the case is one that is assessed: all that was declared is sealed, and something can still go out of it.</summary>
    public static bool IsAssessed(CaseState state) => state.Kind != CaseKind.Internal &&
        state.Phase is CasePhase.AwaitingDecision or CasePhase.ClarificationAsked or CasePhase.Postponed or CasePhase.Accepted && !state.Retention.IsAllErased;

    /// <summary>All that the case holds, for its partner and every partner that something is on its way to.</summary>
    public static RiskAssessment Assess(CaseState state, RiskSources sources, DateTimeOffset now)
    {
        DateOnly day = DateOnly.FromDateTime(now.UtcDateTime);
        IReadOnlyList<string> declared =
        [
            .. state.Request.DataCategories,
            .. state.Added.Values.Where(one => !state.Retention.IsGone(one.Item)).SelectMany(one => one.DataCategories),
        ];
        return RiskCheck.Assess(
            new RiskFactsBuilder(state, sources, now)
                .Items([.. state.Sealed.Values.Select(one => one.Item)], declared)
                .Partners([state.Partner, .. state.Disclosures.Where(one => one.IsUnderWay).Select(one => one.Partner)])
                .Build(), sources.Policy, day);
    }

    /// <summary>What a disclosure lets out, for whom it is.</summary>
    /// <param name="state">The case.</param>
    /// <param name="proposal">The disclosure.</param>
    /// <param name="categories">The data categories that the transfer check sees.</param>
    /// <param name="sources">What it rests on beside the case.</param>
    /// <param name="now">The instant.</param>
    public static RiskAssessment Assess(CaseState state, DisclosureProposed proposal, IReadOnlyList<string> categories, RiskSources sources, DateTimeOffset now) =>
        RiskCheck.Assess(
            new RiskFactsBuilder(state, sources, now).Items(proposal.Items, categories).Partners([proposal.Partner]).Raised(proposal.Stated).Build(),
            sources.Policy, DateOnly.FromDateTime(now.UtcDateTime));

    /// <summary>The assessment that the ledger is to say next, without a command; null while it is as the newest says.</summary>
    public static RiskAssessed? Next(CaseState state, RiskSources sources, DateTimeOffset now)
    {
        if (sources.Policy.Risk is null || !IsAssessed(state))
            return null;
        RiskAssessment assessment = Assess(state, sources, now);
        RiskAssessed? before = state.Risk.Newest;
        RiskAssessed next = RiskAssessed.Of(assessment, sources.Policy.Digest, RiskChange.CauseOf(before, assessment, sources.Policy.Digest));
        if (before is null)
            return next;
        if (IsAnothers(state.Risk, next, now))
            return null;
        // While items wait for classification each of them changes what is known; only what follows from it is said.
        bool isSettled = !RiskFactsBuilder.IsAnyWaiting(state);
        return before.SaysTheSame(next) && (before.RestsOnTheSame(next) || !isSettled) ? null : next;
    }

    /// <summary>Until when the newest assessment stands though it was made under other rules; null where it was not, or no longer does.</summary>
    public static DateTimeOffset? StandsUntil(CaseState state, RiskSources sources, DateTimeOffset now) =>
        state.Risk.Newest is { } newest && newest.Policy != sources.Policy.Digest && now < state.Risk.At + StandsFor ? state.Risk.At + StandsFor : null;

    // Newer rules speak at once, and so does a higher level under rules of the same day.
    private static bool IsAnothers(RiskState risk, RiskAssessed next, DateTimeOffset now) =>
        risk.Newest!.Policy != next.Policy && now < risk.At + StandsFor
        && (string.CompareOrdinal(next.Pack, risk.Newest.Pack), next.Level > risk.Newest.Level) is ( < 0, _) or (0, false);
}
