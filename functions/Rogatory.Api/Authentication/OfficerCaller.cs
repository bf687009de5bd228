using Rogatory.Core.Access;

namespace Rogatory.Api.Authentication;

/// <summary>The officer whose token came with the call.</summary>
/// <param name="Officer">Who it is.</param>
/// <param name="Roles">At least one: those that the token shows and, once the officer is admitted, the register grants.</param>
/// <param name="Session">The issuer's name for the session or the token: letters, digits, dots, dashes and underscores, at most
/// 128.</param>
public sealed record OfficerCaller(OfficerId Officer, IReadOnlySet<OfficerRole> Roles, string Session);
