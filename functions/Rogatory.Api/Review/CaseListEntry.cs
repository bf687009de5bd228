namespace Rogatory.Api.Review;

/// <summary>A case in a list, from its projection.</summary>
public sealed record CaseListEntry(string Case, string Stage, string Phase, string Partner, DateTimeOffset? Due, string? Handling, string? Risk);
