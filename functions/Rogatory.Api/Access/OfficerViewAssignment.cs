namespace Rogatory.Api.Access;

/// <summary>A case that an officer needs to know, and when that lapses unless it is confirmed.</summary>
public sealed record OfficerViewAssignment(string Case, DateTimeOffset AssignedAt, DateTimeOffset ConfirmedAt, DateTimeOffset LapsesAt);
