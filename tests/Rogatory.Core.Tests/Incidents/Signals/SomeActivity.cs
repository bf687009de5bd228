using System.Globalization;
using System.Text.Json.Nodes;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Ledger;

namespace Rogatory.Core.Tests.Incidents.Signals;

/// <summary>Lines as ledgers have them, made up day by day.</summary>
internal sealed class SomeActivity
{
    public const string Officer = "officer:o-jansen";
    public static readonly DateOnly Day = new(2026, 11, 18);
    public static readonly string Case = Some.Case.ToString();

    private readonly Dictionary<string, List<LedgerLine>> _ledgers = new(StringComparer.Ordinal);
    private int _commands;

    public IEnumerable<KeyValuePair<string, LedgerLine[]>> Ledgers =>
        _ledgers.Select(one => KeyValuePair.Create(one.Key, one.Value.OrderBy(line => line.At).Select((line, seq) => line with { Seq = seq }).ToArray()));

    /// <summary>An entry on a day before the one looked at; each has a command of its own unless one is given.</summary>
    public SomeActivity Add(
        int daysBefore = 0, string actor = Officer, string happened = "access.item-consulted", int count = 1, double hour = 10, string? ledger = null, JsonObject? data = null, string? command = null)
    {
        ledger ??= Case;
        for (int n = 0; n < count; n++)
        {
            JsonObject with = (JsonObject)(data ?? new JsonObject { ["item"] = "statement" }).DeepClone();
            with["command"] = command ?? (_commands++).ToString(CultureInfo.InvariantCulture);
            if (!_ledgers.TryGetValue(ledger, out List<LedgerLine>? lines))
                _ledgers.Add(ledger, lines = []);
            var at = new DateTimeOffset(Day.AddDays(-daysBefore).ToDateTime(TimeOnly.MinValue).AddHours(hour).AddSeconds(lines.Count % 60), TimeSpan.Zero);
            lines.Add(new LedgerLine(0, at, ledger, actor, happened, with, string.Empty));
        }

        return this;
    }

    /// <summary>The same on each of the weekdays before the one looked at.</summary>
    public SomeActivity Daily(int days = 40, string actor = Officer, string happened = "access.item-consulted", int count = 6, double hour = 10, string? ledger = null)
    {
        for (int day = 1; day <= days; day++)
        {
            if (Day.AddDays(-day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                Add(day, actor, happened, count + (day % 3), hour, ledger);
        }

        return this;
    }

    /// <summary>Five others who do the same each day.</summary>
    public SomeActivity Peers(string kind = "officer", int count = 6, string happened = "access.item-consulted")
    {
        for (int peer = 0; peer < 5; peer++)
            Daily(actor: $"{kind}:peer-{peer}", count: count, happened: happened);
        return this;
    }

    public ActivityTable ToTable(DateOnly? from = null)
    {
        var table = new ActivityTable();
        var reader = new ActivityReader(table, from ?? Day.AddDays(-400));
        foreach ((string name, LedgerLine[] lines) in Ledgers)
            reader.Read(name, lines);
        return table;
    }
}
