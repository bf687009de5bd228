using System.Globalization;
using System.Text.Json.Serialization;

namespace Rogatory.Core.Reports;

/// <summary>The days that a report is about, both included, in UTC.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; not before the first.</param>
public sealed record ReportPeriod(DateOnly From, DateOnly To)
{
    private const int MostMonths = 24;

    /// <summary>The period of two days.</summary>
    /// <exception cref="RefusedException"><c>query-malformed</c>: the last day is before the first.</exception>
    public static ReportPeriod Of(DateOnly from, DateOnly to) => to >= from
        ? new ReportPeriod(from, to)
        : throw new RefusedException("query-malformed", "A report's last day is not before its first: give from and to as days such as 2026-01-31.");

    /// <summary>The last instant of the last day.</summary>
    [JsonIgnore]
    public DateTimeOffset End => new(To, new TimeOnly(TimeOnly.MaxValue.Ticks), TimeSpan.Zero);

    /// <summary>Whether the instant is on one of the days.</summary>
    public bool Contains(DateTimeOffset at) => !IsAfter(at) && DateOnly.FromDateTime(at.UtcDateTime) >= From;

    /// <summary>Whether the instant is after the last day.</summary>
    public bool IsAfter(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime) > To;

    /// <summary>The parts that figures over time are counted by: months such as <c>2026-11</c>, or years where there are more than 24 months.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Parts
    {
        get
        {
            List<string> parts = [];
            for (var day = new DateOnly(From.Year, From.Month, 1); day <= To && day < DateOnly.MaxValue.AddMonths(-1); day = day.AddMonths(1))
            {
                if (PartOf(day) is var part && (parts.Count == 0 || parts[^1] != part))
                    parts.Add(part);
            }

            return parts;
        }
    }

    /// <summary>The part that an instant within the period is in.</summary>
    public string PartOf(DateTimeOffset at) => PartOf(DateOnly.FromDateTime(at.UtcDateTime));

    private string PartOf(DateOnly day) => day.ToString(
        ((To.Year - From.Year) * 12) + To.Month - From.Month < MostMonths ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture);
}
