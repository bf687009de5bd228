using System.Collections.Immutable;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Incidents;

/// <summary>What is to be said of an incident at an instant. Pure: its ledger, what is affected, the rules and the clock in, lines out, without a command.</summary>
internal static class IncidentDecider
{
    /// <summary>The clocks that run from the opening, whatever is affected.</summary>
    public static IReadOnlyList<IncidentEvent> FirstClocks(IncidentOpened opened, IncidentPolicy policy) =>
        [.. policy.Clocks.Where(rule => !rule.IsOfPartners && Facts(policy.FactsOf(opened), opened.Severity).IsSupersetOf(rule.When)).Select(rule => Start(rule, opened.AwareAt, partner: null))];

    /// <summary>What is affected and not said yet, clocks that begin by it, reminders, and clocks that ran out. Who was not there in time says the last only.</summary>
    /// <param name="state">The incident.</param>
    /// <param name="affected">What it affects; null where that can't be worked out now, which stops no clock.</param>
    /// <param name="policy">The rules.</param>
    /// <param name="now">The instant; null where nobody would be told of reminders and of clocks that ran out.</param>
    public static IReadOnlyList<IncidentEvent> Decide(IncidentState state, AffectedMaterial? affected, IncidentPolicy policy, DateTimeOffset? now)
    {
        if (state.IsClosed)
            return [];
        var said = new List<IncidentEvent>();
        EffectsFound? effects = affected is null ? state.Effects : Judge(state, affected, policy);
        if (effects is not null && state.Effects?.SaysTheSame(effects) != true)
            said.Add(effects);
        ClockStarted[] started = effects is null ? [] : [.. Begin(state, effects, policy, now)];
        said.AddRange(started);
        if (now is null)
            return said;
        foreach (ClockStarted one in state.Clocks.Where(one => !one.IsStopped && !one.IsMissed && !started.Any(again => again.Clock == one.Started.Clock)).Select(one => one.Started).Concat(started.Where(one => !state.IsNotified(one.Clock))))
        {
            if (one.Due <= now)
                said.Add(new ClockMissed { Command = default, Clock = one.Clock, Due = one.Due });
            else if (one.RemindAt <= now && (started.Contains(one) || state.Find(one.Clock)?.IsReminded != true))
                said.Add(new ClockReminded { Command = default, Clock = one.Clock });
        }

        return said;
    }

    // Never less bad than it was said to be: that the ledgers show less later is no reason to think less of it.
    private static EffectsFound Judge(IncidentState state, AffectedMaterial affected, IncidentPolicy policy)
    {
        ImmutableSortedSet<string> facts = [.. policy.FactsOf(state.Opened), .. affected.Facts];
        IReadOnlyList<SeverityRule> raising = policy.Raising(facts);
        IncidentSeverity severity = raising.Select(rule => rule.Severity).Append(state.Severity).Max();
        return affected.ToEvent(severity, [.. raising.Select(rule => rule.Id)], [.. Facts(facts, severity)]);
    }

    private static IEnumerable<ClockStarted> Begin(IncidentState state, EffectsFound effects, IncidentPolicy policy, DateTimeOffset? now)
    {
        foreach (IncidentClockRule rule in policy.Clocks)
        {
            IEnumerable<AffectedPartner?> of = rule.IsOfPartners ? effects.Partners.Select(one => (AffectedPartner?)one) : [null];
            foreach (AffectedPartner? partner in of)
            {
                IncidentClock? known = state.Find(ClockOf(rule.Notice, partner?.Partner));
                bool isOver = known?.WaivedUntil <= now;
                ClockStarted clock = Start(rule, isOver ? known!.WaivedUntil!.Value : state.AwareAt, partner?.Partner);
                if ((isOver || MayStart(known, clock, effects, state.Opened)) && rule.When.All(fact => effects.Facts.Contains(fact) || partner?.Facts.Contains(fact) == true))
                    yield return clock;
            }
        }
    }

    // Once, and again where somebody was aware earlier than was known, or where the ground on which it was waived holds no more.
    private static bool MayStart(IncidentClock? known, ClockStarted again, EffectsFound effects, IncidentOpened opened) =>
        known is null || (known.CanRestart(again) && (known.Waived is not { } ground || WaiveNotice.Contradicts(ground, again.Partner, effects, opened)));

    private static ClockStarted Start(IncidentClockRule rule, DateTimeOffset from, PartnerId? partner)
    {
        DateTimeOffset due = from.AddHours(rule.Hours);
        return new ClockStarted
        {
            Command = default,
            Clock = ClockOf(rule.Notice, partner),
            Notice = rule.Notice,
            Partner = partner,
            Due = due,
            RemindAt = due.AddHours(-rule.RemindHours),
            Rule = rule.Id,
            Citation = rule.Citation,
            Verified = rule.Verified,
        };
    }

    /// <summary>The id of the clock that waits for a notice.</summary>
    internal static string ClockOf(NoticeKind notice, PartnerId? partner) =>
        partner is { } one ? $"{WordOf(notice)}:{one}" : WordOf(notice);

    private static string WordOf(NoticeKind notice) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName($"{notice}");

    private static ImmutableSortedSet<string> Facts(ImmutableSortedSet<string> known, IncidentSeverity severity) => known.Add(IncidentPolicy.FactOf(severity));
}
