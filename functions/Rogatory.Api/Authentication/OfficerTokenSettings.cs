namespace Rogatory.Api.Authentication;

/// <summary>Whose tokens are accepted, and for whom they must be made.</summary>
/// <param name="Issuer">The OIDC issuer, exactly as its tokens and its discovery document name it.</param>
/// <param name="Audience">The audience that stands for us.</param>
public sealed record OfficerTokenSettings(string Issuer, string Audience);
