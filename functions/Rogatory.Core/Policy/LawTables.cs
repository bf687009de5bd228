using System.Collections.Frozen;

namespace Rogatory.Core.Policy;

/// <summary>Party lists, adequacy decisions, the order of instruments and cloud regions: what the transfer check looks up.</summary>
internal sealed class LawTables
{
    private readonly FrozenDictionary<string, (PartyList List, FrozenDictionary<string, PartyRow[]> ByState)> _lists;
    private readonly FrozenDictionary<string, AdequacyRow[]> _adequacy;
    private readonly FrozenDictionary<string, RegionRow> _regions;
    private readonly FrozenDictionary<(string, string), BilateralRow[]> _bilateral;

    public LawTables(
        IReadOnlyList<PartyList> lists,
        IReadOnlyList<BilateralRow> bilateral,
        IReadOnlyList<AdequacyRow> adequacy,
        IReadOnlyList<InstrumentRow> instruments,
        IReadOnlyList<RegionRow> regions)
    {
        _bilateral = bilateral
            .SelectMany(row => Pairs(row).SelectMany(pair => new[] { (Key: pair, row), (Key: (pair.Item2, pair.Item1), row) }))
            .GroupBy(one => one.Key, one => one.row)
            .ToFrozenDictionary(rows => rows.Key, rows => rows.ToArray());
        _lists = lists.ToFrozenDictionary(list => list.Id, list => (list, ByState(list)));
        _adequacy = adequacy
            .SelectMany(row => row.States.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(row.Organisation).OfType<string>().Select(of => (Key: $"{row.Regime} {of}", row)))
            .GroupBy(one => one.Key, one => one.row)
            .ToFrozenDictionary(rows => rows.Key, rows => rows.ToArray());
        _regions = regions.ToFrozenDictionary(row => row.Region);
        Instruments = instruments;
    }

    /// <summary>From the one that goes before all others.</summary>
    public IReadOnlyList<InstrumentRow> Instruments { get; }

    /// <summary>What a list says of a state on a day.</summary>
    /// <param name="list">The list's id; one that is not there binds nobody.</param>
    /// <param name="state">The state.</param>
    /// <param name="day">The day on which it must be bound.</param>
    /// <param name="knownOn">Entries that were not known on this day do not count; null for all.</param>
    public Membership Of(string list, string state, DateOnly day, DateOnly? knownOn)
    {
        if (!_lists.TryGetValue(list, out (PartyList List, FrozenDictionary<string, PartyRow[]> ByState) found))
            return Membership.No;
        if (found.List.InForce is not { } from || from > day)
            return Membership.NotInForce;
        if (!found.ByState.TryGetValue(state, out PartyRow[]? rows))
            return Membership.No;
        var best = Membership.No;
        foreach (PartyRow row in rows)
        {
            if ((row.From ?? from) <= day && (row.To is null || day <= row.To) && (knownOn is null || row.Known <= knownOn))
                best = Better(best, row.Evidence, found.List.Confirm);
        }

        return best;
    }

    /// <summary>Whether a treaty of their own binds two states on a day.</summary>
    public Membership Between(string one, string other, DateOnly day, DateOnly? knownOn)
    {
        var best = Membership.No;
        foreach (BilateralRow row in _bilateral.GetValueOrDefault((one, other)) ?? [])
        {
            if (row.From <= day && (row.To is null || day <= row.To) && (knownOn is null || row.Known <= knownOn))
                best = Better(best, row.Evidence, confirm: true);
        }

        return best;
    }

    /// <summary>The adequacy decision under a regime for a state or an organisation on a day, or null.</summary>
    public AdequacyRow? Adequacy(string regime, string of, DateOnly day, DateOnly? knownOn) =>
        _adequacy.TryGetValue($"{regime} {of}", out AdequacyRow[]? rows)
            ? Array.Find(rows, row => row.From <= day && (row.To is null || day <= row.To) && (knownOn is null || row.Known <= knownOn))
            : null;

    /// <summary>A region, or null when there is no such entry.</summary>
    public RegionRow? Region(string name) => _regions.GetValueOrDefault(name);

    private static Membership Better(Membership best, Evidence evidence, bool confirm)
    {
        Membership one = evidence switch
        {
            Evidence.Read => Membership.Yes,
            Evidence.Recalled => confirm ? Membership.Recalled : Membership.Yes,
            _ => Membership.Doubtful,
        };
        return one > best ? one : best;
    }

    private static IEnumerable<(string, string)> Pairs(BilateralRow row) =>
        from one in row.One.Split(' ')
        from other in row.Other.Split(' ')
        select (one, other);

    private static FrozenDictionary<string, PartyRow[]> ByState(PartyList list) => list.Rows
        .SelectMany(row => row.States.Split(' ').Select(state => (State: state, Row: row)))
        .GroupBy(one => one.State, one => one.Row)
        .ToFrozenDictionary(rows => rows.Key, rows => rows.ToArray());
}
