namespace Rogatory.Api.Access;

/// <summary>The officers on record.</summary>
public sealed record OfficerList(IReadOnlyList<OfficerDocument> Officers);
