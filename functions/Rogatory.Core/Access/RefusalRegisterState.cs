using System.Collections.Immutable;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>What the ledger of refused calls comes to.</summary>
/// <param name="Commands">The ids of all commands that took effect.</param>
public sealed record RefusalRegisterState(ImmutableHashSet<string> Commands) : IFolded
{
    /// <inheritdoc />
    public bool Has(CommandId command) => Commands.Contains(command.ToString());
}
