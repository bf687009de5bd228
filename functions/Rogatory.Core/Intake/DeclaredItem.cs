using Rogatory.Core.Case;

namespace Rogatory.Core.Intake;

/// <summary>A piece of material that the request announces.</summary>
/// <param name="Id">Its id in the case; one that a partner may give.</param>
/// <param name="Name">Its file name: no path, and safe to create on any desk. Sensitive.</param>
/// <param name="Type">Its media type, type and subtype only.</param>
/// <param name="Size">Its size in bytes, up to <see cref="RequestLimits.MostItemBytes"/>.</param>
/// <param name="Sha256">The SHA-256 of its plaintext, 32 bytes. Sensitive: a short document can be guessed from it.</param>
public sealed record DeclaredItem(ItemId Id, string Name, string Type, long Size, byte[] Sha256)
{
    /// <summary>Says the id only.</summary>
    public override string ToString() => $"{nameof(DeclaredItem)} {Id}";
}
