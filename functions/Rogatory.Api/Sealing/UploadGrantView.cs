using System.Text.Json.Nodes;

namespace Rogatory.Api.Sealing;

/// <param name="Item">The item.</param>
/// <param name="Attempt">Names the upload.</param>
/// <param name="Url">Where to put the blocks and their list (Put Block, Put Block List). Whoever has it can write there, so keep it secret.</param>
/// <param name="UrlExpires">When the address ends; another is had by the same call with <c>attempt</c>.</param>
/// <param name="Expires">When the upload lapses unless it was completed.</param>
/// <param name="Size">The size that the sealed body must have, in bytes.</param>
/// <param name="BlockSize">The size of block that suits the body, in bytes.</param>
/// <param name="Key">The public key to make the key envelope for, a JWK.</param>
public sealed record UploadGrantView(
    string Item, string Attempt, string Url, DateTimeOffset UrlExpires, DateTimeOffset Expires, long Size, int BlockSize, JsonObject Key);
