using System.Collections.Immutable;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>What the ledger of incidents comes to.</summary>
public sealed record IncidentRegisterState : IFolded
{
    /// <summary>The incidents, oldest first.</summary>
    public ImmutableList<IncidentOpened> Open { get; init; } = [];

    /// <summary>The ids of all commands that took effect.</summary>
    public ImmutableHashSet<string> Commands { get; init; } = [];

    /// <inheritdoc />
    public bool Has(CommandId command) => Commands.Contains(command.ToString());

    /// <summary>The state after one more line.</summary>
    public IncidentRegisterState Apply(LedgerEvent happened, long seq) => happened is IncidentOpened one
        ? this with { Open = Open.Add(one), Commands = Commands.Add(one.Command.ToString()) }
        : throw new CaseHistoryException(seq, "its event is not one of incidents");
}
