namespace Rogatory.Api.Review;

/// <param name="Id">The item.</param>
/// <param name="State"><c>awaited</c> or <c>sealed</c>.</param>
/// <param name="Size">Bytes of the sealed body.</param>
/// <param name="SealedRoot">Hex root over the body's pieces.</param>
/// <param name="DataCategories">Of an item that an officer added: what personal data it holds.</param>
/// <param name="Origin">Of an item that an officer added: where it came from.</param>
public sealed record CaseViewItem(string Id, string State, long? Size, string? SealedRoot, IReadOnlyList<string>? DataCategories, CaseViewOrigin? Origin);
