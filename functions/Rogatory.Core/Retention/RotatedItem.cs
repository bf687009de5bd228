using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>An item whose key envelope was made anew.</summary>
/// <param name="Item">The item.</param>
/// <param name="Rotation">The number of the envelope that counts, higher than that of the one before.</param>
public sealed record RotatedItem(ItemId Item, int Rotation);
