namespace Rogatory.Core.Receipt;

/// <summary>The case's ledger as it stood when the receipt was signed.</summary>
/// <param name="Size">The number of lines.</param>
/// <param name="Root">Lower-case hex RFC 9162 root over them.</param>
public sealed record ReceiptLedger(long Size, string Root);
