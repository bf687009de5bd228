using Rogatory.Core.Case;

namespace Rogatory.Core.Disclosure;

/// <summary>An item as a partner is handed it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Size">Bytes of the sealed body.</param>
/// <param name="Envelope">The key envelope made for the partner.</param>
/// <param name="Link">Where the body can be read.</param>
public sealed record FetchedItem(ItemId Item, long Size, byte[] Envelope, Uri Link);
