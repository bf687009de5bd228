using System.Collections.Immutable;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Incidents;

/// <summary>What an incident concerns, as far as the ledgers say.</summary>
internal sealed record AffectedMaterial
{
    /// <summary>The most items that a line names.</summary>
    public const int MostItems = 1000;

    /// <summary>The items, each once.</summary>
    public ImmutableSortedDictionary<string, AffectedItem> Items { get; init; } = ImmutableSortedDictionary.Create<string, AffectedItem>(StringComparer.Ordinal);

    /// <summary>About how many persons.</summary>
    public long Persons { get; init; }

    /// <summary>The data categories.</summary>
    public ImmutableSortedSet<string> Categories { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whom the data are about.</summary>
    public ImmutableSortedSet<string> Subjects { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The partners, by id.</summary>
    public ImmutableSortedDictionary<string, AffectedPartner> Partners { get; init; } = ImmutableSortedDictionary.Create<string, AffectedPartner>(StringComparer.Ordinal);

    /// <summary>The disclosures by which keys have left us.</summary>
    public ImmutableList<DisclosureId> Keys { get; init; } = [];

    /// <summary>The cases that could not be read.</summary>
    public ImmutableList<CaseId> Unread { get; init; } = [];

    /// <summary>Whether special categories of data are among it (LED art. 10).</summary>
    public bool IsSpecial { get; init; }

    /// <summary>Whether minors, victims or witnesses are among the persons.</summary>
    public bool IsVulnerable { get; init; }

    /// <summary>Whether the officer whom it is about read some of it.</summary>
    public bool IsRead { get; init; }

    /// <summary>What rules can rest on.</summary>
    public IEnumerable<string> Facts
    {
        get
        {
            if (IsSpecial)
                yield return "special-categories";
            if (IsVulnerable)
                yield return "vulnerable";
            if (Keys.Count > 0)
                yield return "key-left";
            if (IsRead)
                yield return "read";
            if (Persons >= 100)
                yield return "persons-100";
            if (Persons >= 1000)
                yield return "persons-1000";
            if (Items.Values.Select(one => one.Case).Concat(Unread).Distinct().Count() >= 10)
                yield return "cases-10";
        }
    }

    /// <summary>The line that says it, without a command.</summary>
    public EffectsFound ToEvent(IncidentSeverity severity, IReadOnlyList<string> rules, IReadOnlyList<string> facts) => new()
    {
        Command = default,
        Severity = severity,
        Rules = rules,
        Facts = facts,
        Items = [.. Items.Values.Take(MostItems)],
        Records = Items.Count,
        Persons = Persons,
        Categories = [.. Categories],
        Subjects = [.. Subjects],
        Partners = [.. Partners.Values],
        Keys = [.. Keys.Take(MostItems)],
        Unread = [.. Unread.Take(MostItems)],
    };
}
