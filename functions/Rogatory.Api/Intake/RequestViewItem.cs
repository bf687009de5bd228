namespace Rogatory.Api.Intake;

/// <param name="Id">The item.</param>
/// <param name="State"><c>awaited</c>, <c>verifying</c> (a sealed upload is there and looked at), <c>sealed</c> or <c>erased</c>.</param>
/// <param name="Rejected">Why what was last sent for it was not taken, a problem's slug or <c>upload-mismatch</c>; null when nothing was, or something else was sent since.</param>
public sealed record RequestViewItem(string Id, string State, string? Rejected);
