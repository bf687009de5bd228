using System.Collections.Immutable;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>What the register's ledger comes to.</summary>
public sealed record PartnerRegisterState : IFolded
{
    /// <summary>The partners by id; suspended ones are not among them.</summary>
    public ImmutableSortedDictionary<string, PartnerRegistered> Partners { get; init; } =
        ImmutableSortedDictionary.Create<string, PartnerRegistered>(StringComparer.Ordinal);

    /// <summary>The ids of all commands that took effect.</summary>
    public ImmutableHashSet<string> Commands { get; init; } = [];

    /// <inheritdoc />
    public bool Has(CommandId command) => Commands.Contains(command.ToString());

    /// <summary>The state after one more line.</summary>
    public PartnerRegisterState Apply(LedgerEvent happened, long seq)
    {
        ArgumentNullException.ThrowIfNull(happened);
        PartnerRegisterState next = this with { Commands = Commands.Add(happened.Command.ToString()) };
        return happened switch
        {
            PartnerRegistered one => next with { Partners = Partners.SetItem(one.Partner.ToString(), one) },
            PartnerSuspended one when Partners.ContainsKey(one.Partner.ToString()) => next with { Partners = Partners.Remove(one.Partner.ToString()) },
            _ => throw new CaseHistoryException(seq, "it suspends a partner that is not registered"),
        };
    }
}
