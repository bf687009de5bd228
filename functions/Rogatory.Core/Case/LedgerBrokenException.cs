namespace Rogatory.Core.Case;

/// <summary>A stored ledger does not hold together, so nothing is decided on it. Who runs the system has to look: nothing repairs it by itself.</summary>
public sealed class LedgerBrokenException(string name, Exception why) : Exception($"The ledger {name} does not hold together.", why)
{
    /// <summary>The ledger's name: a case id, or that of a register.</summary>
    public string Ledger => name;
}
