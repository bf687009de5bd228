namespace Rogatory.Api.Authentication;

/// <summary>Who makes a call that officers and partners make.</summary>
/// <param name="Officer">The officer; null where a partner calls.</param>
/// <param name="Partner">The partner; null where an officer calls.</param>
public sealed record EitherCaller(OfficerCaller? Officer, PartnerCaller? Partner);
