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
        [.. policy.Clocks.Where(rule => !rule.IsOfPartners && Facts(policy.FactsOf(opened), opened.Severity).IsSupersetOf(rule.When)).Select(rule => Start(rule, opened, partner: null))];

    /// <summary>What is affected and not said yet, clocks that begin by it, reminders, and clocks that ran out. Who was not there in time says the last only.</summary>
    public static IReadOnlyList<IncidentEvent> Decide(IncidentState state, AffectedMaterial affected, IncidentPolicy policy, DateTimeOffset now)
    {
        if (state.IsClosed)
            return [];
        var said = new List<IncidentEvent>();
        EffectsFound effects = Judge(state, affected, policy);
        if (state.Effects?.SaysTheSame(effects) != true)
            said.Add(effects);
        ClockStarted[] started = [.. Begin(state, effects, policy)];
        said.AddRange(started);
        foreach (ClockStarted one in state.Clocks.Where(one => !one.IsStopped && !one.IsMissed).Select(one => one.Started).Concat(started))
        {
            if (one.Due <= now)
                said.Add(new ClockMissed { Command = default, Clock = one.Clock, Due = one.Due });
            else if (one.RemindAt <= now && state.Find(one.Clock)?.IsReminded != true)
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

    private static IEnumerable<ClockStarted> Begin(IncidentState state, EffectsFound effects, IncidentPolicy policy)
    {
        foreach (IncidentClockRule rule in policy.Clocks)
        {
            IEnumerable<AffectedPartner?> of = rule.IsOfPartners ? effects.Partners.Select(one => (AffectedPartner?)one) : [null];
            foreach (AffectedPartner? partner in of)
            {
                ClockStarted clock = Start(rule, state.Opened, partner?.Partner);
                if (state.Find(clock.Clock) is null && rule.When.All(fact => effects.Facts.Contains(fact) || partner?.Facts.Contains(fact) == true))
                    yield return clock;
            }
        }
    }

    private static ClockStarted Start(IncidentClockRule rule, IncidentOpened opened, PartnerId? partner)
    {
        DateTimeOffset due = opened.AwareAt.AddHours(rule.Hours);
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
