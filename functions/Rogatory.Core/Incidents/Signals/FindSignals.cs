using Rogatory.Core.Policy;

namespace Rogatory.Core.Incidents.Signals;

/// <summary>Compares what each officer and partner did on a day with their own past and with their peers, by the rules of a pack. Pure: the same table gives the same signals.</summary>
public static class FindSignals
{
    /// <summary>The signals of a day, by actor and rule.</summary>
    /// <param name="day">The day, in UTC, which is over.</param>
    /// <param name="table">What was done, for as many days before it as the pack's window has.</param>
    /// <param name="pack">The rules.</param>
    public static IReadOnlyList<Signal> On(DateOnly day, ActivityTable table, SignalPack pack)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(pack);
        return [.. Enum.GetValues<ActorKind>().SelectMany(kind => Of(kind, day, table, pack))
            .OrderBy(one => one.Actor, StringComparer.Ordinal).ThenBy(one => one.Rule, StringComparer.Ordinal)];
    }

    private static IEnumerable<Signal> Of(ActorKind kind, DateOnly day, ActivityTable table, SignalPack pack)
    {
        ActorPast[] pasts =
        [
            .. table.Actors.Where(one => ActivityReader.KindOf(one.Key) == kind).Select(one => new ActorPast(one.Key, one.Value, day, pack)).Where(one => one.HasActed),
        ];
        UsualHours? others = null;
        foreach (ActorPast past in pasts.Where(one => one.ActedOn(day)))
        {
            if (!past.Hours.IsKnown)
                past.Hours = others ??= new UsualHours(pasts.SelectMany(one => one.Before), pack.LeastActs, pack.UnusualShare);
        }

        foreach (SignalRule rule in pack.Rules.Where(one => one.Of == kind))
        {
            foreach (ActorPast past in pasts.Where(one => one.ActedOn(day)))
            {
                if (Find(rule, past, pasts, day, pack) is { } signal)
                    yield return signal;
            }
        }
    }

    private static Signal? Find(SignalRule rule, ActorPast past, ActorPast[] pasts, DateOnly day, SignalPack pack)
    {
        int value = past.ValueOn(day, rule);
        if (value < rule.Least)
            return null;
        int[] before = past.ValuesBefore(rule);
        Baseline? own = null;
        if (before.Length >= pack.LeastDays && (rule.IsFirst || rule.OwnFactor is not null))
            own = Baseline.Of(before, rule.OwnFactor ?? 0, rule.LeastSpread);
        // A first time can be told from a past alone, and only from one that is long enough.
        if (rule.IsFirst && (own is null || before.Any(one => one > 0)))
            return null;
        if (own is not null && value <= own.Threshold)
            return null;

        Baseline? peers = null;
        if (rule.PeerFactor is { } factor)
        {
            int[][] theirs = [.. pasts.Where(one => one != past).Select(one => one.ValuesBefore(rule)).Where(values => values.Length > 0)];
            if (theirs.Length >= pack.LeastPeers)
                peers = Baseline.Of(theirs.SelectMany(one => one), factor, rule.LeastSpread);
        }

        return (own is null && peers is null) || (peers is not null && value <= peers.Threshold)
            ? null
            : new Signal(rule.Id, rule.Measure, past.Actor, day, rule.Days, value, own, peers, [.. past.EntriesOn(day, rule).Take(Signal.MostEntries)]);
    }
}
