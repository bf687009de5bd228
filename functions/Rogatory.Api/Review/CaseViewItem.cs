namespace Rogatory.Api.Review;

/// <param name="Id">The item.</param>
/// <param name="State"><c>awaited</c> or <c>sealed</c>.</param>
/// <param name="Size">Bytes of the sealed body.</param>
/// <param name="SealedRoot">Hex root over the body's pieces.</param>
public sealed record CaseViewItem(string Id, string State, long? Size, string? SealedRoot);
