namespace Rogatory.Api.Access;

/// <summary>The undertaking that an officer signed, named by the digest of its text.</summary>
public sealed record UndertakingBody(string Version, string Digest, DateOnly SignedOn);
