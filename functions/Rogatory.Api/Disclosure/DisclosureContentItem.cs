using System.Text.Json.Nodes;

namespace Rogatory.Api.Disclosure;

/// <summary>An item to collect.</summary>
/// <param name="Id">The item.</param>
/// <param name="Size">Bytes of the sealed body.</param>
/// <param name="Envelope">The key envelope, exactly its bytes as text: the manifest names their digest.</param>
/// <param name="Link">Where the sealed body can be read, with ranges.</param>
/// <param name="LinkExpiresAt">Until when; ask again for another.</param>
public sealed record DisclosureContentItem(string Id, long Size, string Envelope, Uri Link, DateTimeOffset LinkExpiresAt);
