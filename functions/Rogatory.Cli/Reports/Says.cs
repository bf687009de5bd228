using System.Globalization;

namespace Rogatory.Cli.Reports;

/// <summary>Numbers and times as a reader of paper has them.</summary>
internal static class Says
{
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A time to the second, for entries.</summary>
    public static string Second(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A month or a year of the period: <c>November 2026</c>, <c>2026</c>.</summary>
    public static string Part(string part) => Month(part)?.ToString("MMMM yyyy", CultureInfo.InvariantCulture) ?? part;

    /// <summary>The same where there is little room.</summary>
    public static string ShortPart(string part) => Month(part)?.ToString("MMM", CultureInfo.InvariantCulture) ?? part;

    /// <summary>Lines in order, those that follow each other as one: <c>2, 12–22</c>.</summary>
    public static string Lines(IEnumerable<long> lines)
    {
        List<(long First, long Last)> runs = [];
        foreach (long line in lines)
        {
            if (runs.Count > 0 && runs[^1].Last + 1 == line)
                runs[^1] = (runs[^1].First, line);
            else
                runs.Add((line, line));
        }

        return string.Join(", ", runs.Select(run => FormattableString.Invariant(run.First == run.Last ? (FormattableString)$"{run.First}" : $"{run.First}–{run.Last}")));
    }

    /// <summary>A code as words: <c>bank-records</c> as <c>bank records</c>.</summary>
    public static string Words(string code) => code.Replace('-', ' ');

    private static DateOnly? Month(string part) =>
        DateOnly.TryParseExact(part + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month) ? month : null;
}
