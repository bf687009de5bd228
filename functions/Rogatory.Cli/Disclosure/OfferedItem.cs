using Rogatory.Core.Disclosure;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

/// <summary>An item to collect.</summary>
/// <param name="Item">What the manifest says of it.</param>
/// <param name="Envelope">Its key envelope, whose digest is the manifest's.</param>
/// <param name="Link">Where the sealed body lies; it works for a while.</param>
internal sealed record OfferedItem(ManifestItem Item, byte[] Envelope, Uri Link)
{
    public SealedReference Recorded => new(Convert.FromHexString(Item.Header), Convert.FromHexString(Item.Commitment), Item.Size);
}
