using Rogatory.Core.Policy;

namespace Rogatory.Core.Incidents.Signals;

/// <summary>One officer or partner up to the day that is looked at, no further back than the window.</summary>
internal sealed class ActorPast
{
    private readonly KeyValuePair<DateOnly, ActivityDay>[] _days;
    private readonly DateOnly _day;
    private readonly DateOnly _from;
    private readonly Dictionary<string, int[]> _values = new(StringComparer.Ordinal);

    public ActorPast(string actor, SortedList<DateOnly, ActivityDay> days, DateOnly day, SignalPack pack)
    {
        Actor = actor;
        _day = day;
        _from = day.AddDays(-pack.WindowDays);
        _days = [.. days.Where(one => one.Key >= _from && one.Key <= day)];
        Hours = new UsualHours(Before, pack.LeastActs, pack.UnusualShare);
    }

    public string Actor { get; }

    public UsualHours Hours { get; set; }

    public bool HasActed => _days.Length > 0;

    /// <summary>The days before the one looked at.</summary>
    public IEnumerable<KeyValuePair<DateOnly, ActivityDay>> Before => _days.Where(one => one.Key < _day);

    public bool ActedOn(DateOnly day) => HasActed && _days[^1].Key == day;

    /// <summary>What the rule counts on each day on which they acted, of those that have none in common with the one looked at.</summary>
    public int[] ValuesBefore(SignalRule rule)
    {
        if (!_values.TryGetValue(rule.Id, out int[]? values))
            _values[rule.Id] = values = [.. _days.Where(one => one.Key <= _day.AddDays(-rule.Days) && one.Key >= _from.AddDays(rule.Days - 1)).Select(one => ValueOn(one.Key, rule))];
        return values;
    }

    public int ValueOn(DateOnly day, SignalRule rule) => rule.Measure == SignalMeasure.Breadth
        ? Counted(day, rule).SelectMany(one => one.Value.Cases).Distinct(StringComparer.Ordinal).Count()
        : Counted(day, rule).Sum(one => rule.Measure switch
        {
            SignalMeasure.UnusualHours => Hours.CountIn(one.Key, one.Value),
            SignalMeasure.SpecialCategories => one.Value.Special,
            SignalMeasure.Refusals => one.Value.Refusals,
            SignalMeasure.Extracts => one.Value.Extracts,
            _ => one.Value.Acts,
        });

    public IEnumerable<ActivityEntry> EntriesOn(DateOnly day, SignalRule rule) =>
        Counted(day, rule).SelectMany(one => one.Value.Entries(rule.Measure, hour => Hours.IsUnusual(one.Key, hour)));

    private IEnumerable<KeyValuePair<DateOnly, ActivityDay>> Counted(DateOnly day, SignalRule rule) =>
        _days.Where(one => one.Key <= day && one.Key > day.AddDays(-rule.Days));
}
