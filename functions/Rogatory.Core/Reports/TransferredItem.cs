namespace Rogatory.Core.Reports;

/// <summary>An item that was transferred, named so that it can be told from any other.</summary>
/// <param name="Item">The item.</param>
/// <param name="SealedRoot">The root of its sealed body; null where no line above seals it.</param>
public sealed record TransferredItem(string Item, string? SealedRoot);
