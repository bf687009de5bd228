namespace Rogatory.Api.Access;

/// <summary>The undertaking that an officer signed.</summary>
public sealed record OfficerViewUndertaking(string Version, DateOnly SignedOn, DateTimeOffset ValidUntil);
