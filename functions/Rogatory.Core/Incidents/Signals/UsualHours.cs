namespace Rogatory.Core.Incidents.Signals;

/// <summary>In which hours of the day, on weekdays and at weekends, somebody acts.</summary>
internal sealed class UsualHours
{
    private const int HoursADay = 24;

    private readonly bool[] _isUnusual = new bool[2 * HoursADay];

    /// <summary>The hours of somebody with such a past. An hour counts together with the one before and after it, as clocks are changed and work runs over.</summary>
    /// <param name="days">The days that it is made of.</param>
    /// <param name="leastActs">Where there are fewer acts, no hour is unusual.</param>
    /// <param name="share">The share of all acts under which an hour is unusual.</param>
    public UsualHours(IEnumerable<KeyValuePair<DateOnly, ActivityDay>> days, int leastActs, double share)
    {
        int[] acts = new int[2 * HoursADay];
        foreach ((DateOnly day, ActivityDay done) in days)
        {
            for (int hour = 0; hour < HoursADay; hour++)
                acts[PlaceOf(day, hour)] += done.Hours[hour];
        }

        long all = acts.Sum(one => (long)one);
        IsKnown = all >= leastActs;
        for (int place = 0; IsKnown && place < acts.Length; place++)
        {
            int block = place / HoursADay * HoursADay, hour = place % HoursADay;
            int around = acts[place] + acts[block + ((hour + 1) % HoursADay)] + acts[block + ((hour + HoursADay - 1) % HoursADay)];
            _isUnusual[place] = around < share * all;
        }
    }

    /// <summary>Whether there were acts enough to tell.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether they hardly ever act at that hour of such a day.</summary>
    public bool IsUnusual(DateOnly day, int hour) => _isUnusual[PlaceOf(day, hour)];

    /// <summary>The acts of a day that are in unusual hours.</summary>
    public int CountIn(DateOnly day, ActivityDay done)
    {
        int count = 0;
        for (int hour = 0; hour < HoursADay; hour++)
            count += IsUnusual(day, hour) ? done.Hours[hour] : 0;
        return count;
    }

    private static int PlaceOf(DateOnly day, int hour) => (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? HoursADay : 0) + hour;
}
