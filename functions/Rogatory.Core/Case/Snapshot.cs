using Rogatory.Ledger;

namespace Rogatory.Core.Case;

/// <summary>What a ledger comes to, as far as it was read.</summary>
/// <param name="State">The fold; null while the ledger is empty.</param>
/// <param name="Tip">Where the ledger ended.</param>
public sealed record Snapshot<TState>(TState? State, LedgerTip Tip)
    where TState : class;
