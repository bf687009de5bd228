using Rogatory.Core.Case;
using Rogatory.Core.Disclosure.Extracts;

namespace Rogatory.Core.Disclosure;

/// <summary>An item as a manifest names it. Its name, type and plaintext digest stand in the key envelope alone.</summary>
/// <param name="Id">The item.</param>
/// <param name="Size">Bytes of the sealed body.</param>
/// <param name="Header">Hex of the body's 40 header bytes.</param>
/// <param name="Commitment">Hex SHA-256 that binds the body to one key.</param>
/// <param name="SealedRoot">Hex RFC 9162 root over the body's 1 MiB pieces.</param>
/// <param name="Envelope">Hex SHA-256 of the key envelope made for the partner.</param>
/// <param name="Extract">What it is an extract of; null for any other item.</param>
public sealed record ManifestItem(ItemId Id, long Size, string Header, string Commitment, string SealedRoot, string Envelope, ManifestExtract? Extract = null);
