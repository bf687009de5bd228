using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>An item that is erased, as its sealing recorded it.</summary>
/// <param name="Id">The item.</param>
/// <param name="SealedRoot">Hex RFC 9162 root over the body's pieces as stored.</param>
/// <param name="Commitment">Hex SHA-256 that binds the body's header to the key that is destroyed.</param>
public sealed record ErasedItem(ItemId Id, string SealedRoot, string Commitment);
