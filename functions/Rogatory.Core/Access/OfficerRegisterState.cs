using System.Collections.Immutable;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>What the officer register's ledger comes to.</summary>
public sealed record OfficerRegisterState : IFolded
{
    /// <summary>The newest record of each officer, by id.</summary>
    public ImmutableSortedDictionary<string, OfficerRecorded> Officers { get; init; } =
        ImmutableSortedDictionary.Create<string, OfficerRecorded>(StringComparer.Ordinal);

    /// <summary>The ids of all commands that took effect.</summary>
    public ImmutableHashSet<string> Commands { get; init; } = [];

    /// <inheritdoc />
    public bool Has(CommandId command) => Commands.Contains(command.ToString());

    /// <summary>The state after one more line.</summary>
    public OfficerRegisterState Apply(LedgerEvent happened, long seq) => happened is OfficerRecorded one
        ? this with { Commands = Commands.Add(one.Command.ToString()), Officers = Officers.SetItem(one.Officer.ToString(), one) }
        : throw new CaseHistoryException(seq, "its event is not one of the officer register");
}
