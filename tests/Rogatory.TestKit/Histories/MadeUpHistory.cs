using System.Globalization;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Ledger;

namespace Rogatory.TestKit.Histories;

/// <summary>
/// Half a year of made-up work with misuse in it, the same for the same seed: officers with habits, busy days and weeks, leave, night duty, a change of post,
/// and partners. The misuse begins after a warm-up and is as bold or as timid as the dice say.
/// </summary>
public sealed class MadeUpHistory
{
    /// <summary>How many days there are, and how many of them come before the first that is looked at.</summary>
    public const int Days = 180, WarmUp = 60;

    /// <summary>The seed that is measured with; the thresholds of the pack were chosen on others.</summary>
    public const int FixedSeed = 20261129;

    private const int Officers = 40, Partners = 10, Cases = 400, OfEachKind = 10;
    private const double SpecialShare = 0.25;

    private readonly Random _random;
    private readonly Dictionary<string, List<LedgerLine>> _ledgers = new(StringComparer.Ordinal);
    private readonly string[] _cases;
    private readonly List<PlantedMisuse> _planted = [];
    private readonly List<(string Actor, DateTime At)> _refused = [];
    private int _commands;

    /// <summary>Makes it.</summary>
    public MadeUpHistory(int seed)
    {
        _random = new Random(seed);
        _cases = [.. Enumerable.Range(0, Cases).Select(n => CaseId.Of(PartnerId.Parse("fr-pnf"), $"made-up-{seed}-{n}").ToString())];
        for (int n = 0; n < Cases; n++)
            Open(n);
        MadeUpActor[] officers = [.. Enumerable.Range(0, Officers).Select(n => new MadeUpActor($"officer:o-{n:D2}", isPartner: false, _random, Cases))];
        MadeUpActor[] partners = [.. Enumerable.Range(0, Partners).Select(n => new MadeUpActor($"partner:p-{n:D2}", isPartner: true, _random, Cases))];
        for (int day = 0; day < Days; day++)
        {
            foreach (MadeUpActor one in officers)
                Work(one, day);
            foreach (MadeUpActor one in partners)
                Call(one, day);
        }

        foreach (Misuse kind in Enum.GetValues<Misuse>())
        {
            for (int n = 0; n < OfEachKind; n++)
                Plant(kind, kind == Misuse.Collecting ? partners : officers);
        }

        Record();
    }

    /// <summary>The first day.</summary>
    public static DateOnly First { get; } = new(2026, 1, 5);

    /// <summary>The misuse that is in it.</summary>
    public IReadOnlyList<PlantedMisuse> Planted => _planted;

    /// <summary>How many months of officers' work are looked at.</summary>
    public static double OfficerMonths => Officers * (Days - WarmUp) / 30.0;

    /// <summary>Every ledger with its lines, in order of time.</summary>
    public IEnumerable<KeyValuePair<string, LedgerLine[]>> Ledgers =>
        _ledgers.Select(one => KeyValuePair.Create(one.Key, one.Value.OrderBy(line => line.At).Select((line, seq) => line with { Seq = seq }).ToArray()));

    /// <summary>The days that are looked at.</summary>
    public static IEnumerable<DateOnly> LookedAt => Enumerable.Range(WarmUp, Days - WarmUp).Select(First.AddDays);

    /// <summary>The table that the program would make of it.</summary>
    public ActivityTable ToTable()
    {
        var table = new ActivityTable();
        var reader = new ActivityReader(table, First);
        foreach ((string name, LedgerLine[] lines) in Ledgers)
            reader.Read(name, lines);
        return table;
    }

    private static bool IsWeekend(int day) => First.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    // A quarter of the cases hold something special, by what was declared.
    private void Open(int n) => Add(n, "partner:fr-pnf", First.AddDays(-1).ToDateTime(TimeOnly.MinValue), "intake.request-opened", new JsonObject
    {
        ["dataCategories"] = new JsonArray(n < Cases * SpecialShare ? "health" : "bank-records"),
        ["items"] = new JsonArray("statement"),
    });

    private void Work(MadeUpActor one, int day)
    {
        int week = day / 7;
        bool isOnLeave = (week + one.Phase) % 13 == 12;
        bool isNight = one.HasNights && (week + one.Phase) % 6 == 0;
        if (isOnLeave || (IsWeekend(day) && !(one.WorksWeekends && _random.NextDouble() < 0.6)) || _random.NextDouble() < 0.06)
            return;
        double rate = one.Rate * (day >= one.ChangesOn ? one.ChangesBy : 1) * ((week + one.Phase) % 9 == 4 ? 1.7 : 1);
        // Now and then somebody stays late, or comes back to it at home.
        double late = _random.NextDouble() < 0.04 ? 4 : 0;
        int acts = 1 + Dice.Count(_random, rate);
        int[] today = [.. Enumerable.Range(0, 1 + (acts / 3)).Select(_ => one.Cases[_random.Next(one.Cases.Length)])];
        for (int n = 0; n < acts; n++)
            Read(one, day, today[_random.Next(today.Length)], Hour(one, isNight, late));
        for (int n = Dice.Poisson(_random, one.ExtractRate); n > 0; n--)
            Extract(one, day, today[_random.Next(today.Length)], Hour(one, isNight, late));
        for (int n = Dice.Poisson(_random, one.RefusalRate); n > 0; n--)
            Refuse(one, day, Hour(one, isNight, late));
    }

    // A partner's system calls at any hour; what it calls comes in clusters.
    private void Call(MadeUpActor one, int day)
    {
        if (_random.NextDouble() < (IsWeekend(day) ? 0.7 : 0.2))
            return;
        for (int n = Dice.Count(_random, one.Rate); n > 0; n--)
            Add(one.Cases[_random.Next(one.Cases.Length)], one.Name, At(day, _random.NextDouble() * 24), "sealing.item-sealed", new JsonObject { ["item"] = "statement" });
        for (int n = Dice.Poisson(_random, 0.4); n > 0; n--)
            Collect(one, day, _random.NextDouble() * 24);
    }

    private void Plant(Misuse kind, MadeUpActor[] actors)
    {
        MadeUpActor one;
        int day;
        do
        {
            one = actors[_random.Next(actors.Length)];
            day = WarmUp + _random.Next(Days - WarmUp);
        }
        while ((kind == Misuse.Special && one.ReadsSpecial) || (IsWeekend(day) && kind != Misuse.Night) || _planted.Exists(other => other.Actor == one.Name && other.Day == First.AddDays(day)));
        int strength = kind switch
        {
            Misuse.Bulk => (int)(one.Rate * (2 + (_random.NextDouble() * 4))) + 15,
            Misuse.Night => 4 + _random.Next(10),
            Misuse.Sweep => 14 + _random.Next(25),
            Misuse.Special => 2 + _random.Next(8),
            Misuse.Probing => 5 + _random.Next(15),
            _ => 6 + _random.Next(15),
        };
        for (int n = 0; n < strength; n++)
        {
            double hour = kind == Misuse.Night ? (22.5 + (_random.NextDouble() * 5.5)) % 24 : Hour(one, isNight: false, 0);
            switch (kind)
            {
                case Misuse.Bulk or Misuse.Night:
                    Read(one, day, one.Cases[_random.Next(one.Cases.Length)], hour);
                    break;
                case Misuse.Sweep:
                    Read(one, day, _random.Next((int)(Cases * SpecialShare), Cases), hour);
                    break;
                case Misuse.Special:
                    Consult(one, day, _random.Next((int)(Cases * SpecialShare)), hour);
                    break;
                case Misuse.Probing:
                    Refuse(one, day, hour);
                    break;
                case Misuse.Extracts:
                    Extract(one, day, one.Cases[_random.Next(one.Cases.Length)], hour);
                    break;
                default:
                    Collect(one, day, hour);
                    break;
            }
        }

        _planted.Add(new PlantedMisuse(kind, one.Name, First.AddDays(day)));
    }

    private double Hour(MadeUpActor one, bool isNight, double late)
    {
        double hour = (isNight ? 19.5 : one.Start) + Math.Min(10, Math.Abs((Dice.Normal(_random) * 2) + 4.2)) + late;
        return hour % 24;
    }

    // Who has nothing to do with special categories works in the other cases.
    private void Read(MadeUpActor one, int day, int @case, double hour) =>
        Consult(one, day, one.ReadsSpecial || @case >= Cases * SpecialShare ? @case : @case + (int)(Cases * SpecialShare), hour);

    private void Consult(MadeUpActor one, int day, int @case, double hour) =>
        Add(@case, one.Name, At(day, hour), "access.item-consulted", new JsonObject { ["item"] = "statement" });

    private void Extract(MadeUpActor one, int day, int @case, double hour) =>
        Add(@case, one.Name, At(day, hour), "disclosure.extract-made", new JsonObject { ["item"] = "statement.extract-1" });

    private void Collect(MadeUpActor one, int day, double hour) =>
        Add(one.Cases[_random.Next(one.Cases.Length)], one.Name, At(day, hour), "disclosure.disclosure-fetched", []);

    private void Refuse(MadeUpActor one, int day, double hour) => _refused.Add((one.Name, At(day, hour)));

    // As the gate writes them: not each call that it refuses, but some of an hour, with how many there were.
    private void Record()
    {
        foreach (var hour in _refused.OrderBy(one => one.At).GroupBy(one => (one.Actor, one.At.Date, one.At.Hour)))
        {
            foreach ((int n, DateTime at) in hour.Select((one, n) => (n + 1, one.At)).Where(one => CountRefusals.IsOnRecord(one.Item1)))
            {
                var begun = new DateTimeOffset(hour.Key.Date.AddHours(hour.Key.Hour), TimeSpan.Zero);
                var refused = new CallRefused { Command = CommandId.Derive("made-up", $"{_commands++}"), Act = "GetCase", Rule = "ACC-ASSIGNMENT", Hour = begun, AtLeast = n };
                Add(RefusalRegister.LedgerName, hour.Key.Actor, at, refused.Name, EventCodec.Encode(hour.Key.Actor, refused).Data);
            }
        }
    }

    private DateTime At(int day, double hour) => First.AddDays(day).ToDateTime(TimeOnly.MinValue).AddHours(hour).AddSeconds(_random.Next(60));

    private void Add(int @case, string actor, DateTime at, string happened, JsonObject data) => Add(_cases[@case], actor, at, happened, data);

    private void Add(string ledger, string actor, DateTime at, string happened, JsonObject data)
    {
        data["command"] = (_commands++).ToString(CultureInfo.InvariantCulture);
        if (!_ledgers.TryGetValue(ledger, out List<LedgerLine>? lines))
            _ledgers.Add(ledger, lines = []);
        lines.Add(new LedgerLine(0, new DateTimeOffset(at, TimeSpan.Zero), ledger, actor, happened, data, string.Empty));
    }
}
