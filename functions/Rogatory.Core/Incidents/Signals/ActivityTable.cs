namespace Rogatory.Core.Incidents.Signals;

/// <summary>What each officer and partner did, day by day.</summary>
public sealed class ActivityTable
{
    private readonly SortedDictionary<string, SortedList<DateOnly, ActivityDay>> _actors = new(StringComparer.Ordinal);

    /// <summary>The lines that were counted.</summary>
    public long Entries { get; private set; }

    /// <summary>The days on which they did something, by actor as ledgers name it.</summary>
    public IReadOnlyDictionary<string, SortedList<DateOnly, ActivityDay>> Actors => _actors;

    internal ActivityDay Count(string actor, DateOnly day)
    {
        Entries++;
        if (!_actors.TryGetValue(actor, out SortedList<DateOnly, ActivityDay>? days))
            _actors.Add(actor, days = []);
        if (!days.TryGetValue(day, out ActivityDay? known))
            days.Add(day, known = new ActivityDay());
        return known;
    }
}
