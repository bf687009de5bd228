namespace Rogatory.Core.Receipt;

/// <summary>The newest checkpoint when the receipt was signed.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Root">Lower-case hex RFC 9162 root over all cases.</param>
public sealed record ReceiptCheckpoint(long Number, string Root);
