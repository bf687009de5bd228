using Rogatory.Core.Case;

namespace Rogatory.Core.Receipt;

/// <summary>One item as sealed.</summary>
/// <param name="Id">The item.</param>
/// <param name="SealedRoot">Lower-case hex RFC 9162 root over the sealed body's 1 MiB pieces.</param>
public sealed record ReceiptItem(ItemId Id, string SealedRoot);
