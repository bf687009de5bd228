using System.Runtime.InteropServices;

namespace Rogatory.Core.Incidents.Signals;

/// <summary>What one officer or partner did on one day, in UTC.</summary>
public sealed class ActivityDay
{
    private const int HoursADay = 24;

    private readonly List<Noted> _noted = [];
    private readonly HashSet<string> _cases = new(StringComparer.Ordinal);
    private readonly int[] _hours = new int[HoursADay];

    [Flags]
    private enum Kind : byte
    {
        Act = 1,
        Special = 2,
        Refusal = 4,
        Extract = 8,
    }

    /// <summary>The acts.</summary>
    public int Acts { get; private set; }

    /// <summary>Readings of special categories.</summary>
    public int Special { get; private set; }

    /// <summary>Refused calls, at the least: a line stands for as many as it says.</summary>
    public int Refusals { get; private set; }

    /// <summary>Extracts made, or disclosures collected.</summary>
    public int Extracts { get; private set; }

    /// <summary>The cases touched.</summary>
    public IReadOnlySet<string> Cases => _cases;

    /// <summary>The acts in each hour of the day.</summary>
    public ReadOnlySpan<int> Hours => _hours;

    /// <summary>The lines that a measure counts, in the order they were read.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="isUnusual">Which hours of the day count, for <see cref="SignalMeasure.UnusualHours"/>.</param>
    public IEnumerable<ActivityEntry> Entries(SignalMeasure measure, Func<int, bool> isUnusual) =>
        _noted.Where(one => measure switch
        {
            SignalMeasure.SpecialCategories => one.Kind.HasFlag(Kind.Special),
            SignalMeasure.Refusals => one.Kind.HasFlag(Kind.Refusal),
            SignalMeasure.Extracts => one.Kind.HasFlag(Kind.Extract),
            SignalMeasure.UnusualHours => one.Kind.HasFlag(Kind.Act) && isUnusual(one.Hour),
            _ => one.Kind.HasFlag(Kind.Act),
        }).Select(one => one.Entry);

    internal void AddAct(ActivityEntry entry, int hour, string? @case)
    {
        Acts++;
        _hours[hour]++;
        if (@case is not null)
            _cases.Add(@case);
        _noted.Add(new Noted(entry, (byte)hour, Kind.Act));
    }

    internal void AddSpecial(ActivityEntry entry, int hour)
    {
        Special++;
        _noted.Add(new Noted(entry, (byte)hour, Kind.Special));
    }

    internal void AddExtract(ActivityEntry entry, int hour)
    {
        Extracts++;
        _noted.Add(new Noted(entry, (byte)hour, Kind.Extract));
    }

    internal void AddRefusals(ActivityEntry entry, int hour, int count)
    {
        Refusals += count;
        _noted.Add(new Noted(entry, (byte)hour, Kind.Refusal));
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Noted(ActivityEntry Entry, byte Hour, Kind Kind);
}
