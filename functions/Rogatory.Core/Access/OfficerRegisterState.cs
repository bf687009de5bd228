using System.Collections.Immutable;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>What the officer register's ledger comes to.</summary>
public sealed record OfficerRegisterState : IFolded
{
    /// <summary>The register before its first line.</summary>
    public static OfficerRegisterState Empty { get; } = new();

    /// <summary>The officers by id.</summary>
    public ImmutableSortedDictionary<string, OfficerEntry> Officers { get; init; } =
        ImmutableSortedDictionary.Create<string, OfficerEntry>(StringComparer.Ordinal);

    /// <summary>Each glass that was broken, in the order of their numbers.</summary>
    public ImmutableList<Glass> Glass { get; init; } = [];

    /// <summary>How many proposals were made.</summary>
    public int Proposals { get; init; }

    /// <summary>The ids of all commands that took effect.</summary>
    public ImmutableHashSet<string> Commands { get; init; } = [];

    /// <summary>The officer's entry, or null.</summary>
    public OfficerEntry? Find(OfficerId officer) => Officers.GetValueOrDefault(officer.ToString());

    /// <inheritdoc />
    public bool Has(CommandId command) => Commands.Contains(command.ToString());

    /// <summary>The state after one more line.</summary>
    /// <exception cref="CaseHistoryException">The event cannot happen here: in what is said of an officer, two persons have to be two.</exception>
    public OfficerRegisterState Apply(LedgerEvent happened, long seq, DateTimeOffset at, string actor)
    {
        if (happened is not OfficerEvent one || Number(one, actor, at) is not { } next)
            throw new CaseHistoryException(seq, "its event is not one of the officer register, or has not the next number");
        string officer = one.Officer.ToString();
        OfficerEntry? before = Officers.GetValueOrDefault(officer) ?? (one is OfficerProposed or OfficerSuspended ? new OfficerEntry { Officer = one.Officer } : null);
        return before?.Apply(one, actor, at) is { } entry
            ? next with { Officers = Officers.SetItem(officer, entry), Commands = Commands.Add(one.Command.ToString()) }
            : throw new CaseHistoryException(seq, "its event cannot happen to the officer it names, or not by who did it");
    }

    private OfficerRegisterState? Number(OfficerEvent happened, string actor, DateTimeOffset at) => happened switch
    {
        OfficerProposed one => one.Proposal == Proposals + 1 ? this with { Proposals = one.Proposal } : null,
        GlassBroken one => one.Glass == Glass.Count + 1 ? this with { Glass = Glass.Add(new Glass(one, at)) } : null,
        GlassReviewed one => one.Glass >= 1 && one.Glass <= Glass.Count && Glass[one.Glass - 1] is { IsOpen: true } open && open.Broken.Officer == one.Officer
            ? this with { Glass = Glass.SetItem(one.Glass - 1, open with { Review = one, ReviewedBy = actor, ReviewedAt = at }) }
            : null,
        _ => this,
    };
}
