using Rogatory.Api.Problems;
using Rogatory.Core;
using Rogatory.Core.Access;

namespace Rogatory.Api.Authentication;

/// <summary>The officer whose token came with the call.</summary>
/// <param name="Officer">Who it is.</param>
/// <param name="Roles">At least one.</param>
/// <param name="Session">The issuer's name for the session or the token: letters, digits, dots, dashes and underscores, at most
/// 128.</param>
public sealed record OfficerCaller(OfficerId Officer, IReadOnlySet<OfficerRole> Roles, string Session)
{
    /// <summary>Passes when the officer has one of the roles.</summary>
    /// <exception cref="RefusedException"><c>role-required</c>.</exception>
    public void Require(params ReadOnlySpan<OfficerRole> anyOf)
    {
        foreach (var role in anyOf)
        {
            if (Roles.Contains(role)) return;
        }

        throw new RefusedException(ProblemCatalogue.RoleRequired, $"This call is for officers with the role {string.Join(" or ", anyOf.ToArray().Select(role => ApiJson.Word(role)))}. An admin of the issuer gives roles.");
    }
}
