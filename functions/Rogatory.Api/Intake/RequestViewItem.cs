namespace Rogatory.Api.Intake;

/// <param name="Id">The item.</param>
/// <param name="State"><c>awaited</c> or <c>sealed</c>.</param>
public sealed record RequestViewItem(string Id, string State);
