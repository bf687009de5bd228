namespace Rogatory.Ledger;

/// <summary>Bytes that are not what a ledger may hold. The message is a sentence that says why, without quoting the bytes.</summary>
public sealed class LedgerFormatException(LedgerFault fault, string message) : FormatException(message)
{
    /// <summary>The kind of fault.</summary>
    public LedgerFault Fault => fault;
}
