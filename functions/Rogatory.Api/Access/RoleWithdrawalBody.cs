using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>The role that an officer has no more.</summary>
public sealed record RoleWithdrawalBody(OfficerRole Role);
