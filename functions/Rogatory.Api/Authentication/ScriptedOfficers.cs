using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Rogatory.Api.Drills;
using Rogatory.Core.Access;
using Rogatory.Core.Drills;

namespace Rogatory.Api.Authentication;

/// <summary>Knows the tokens of officers whom a drill's script plays. Without a script's key, as where matters are real, there are none.</summary>
public sealed class ScriptedOfficers(ScriptKey? script = null)
{
    /// <summary>What verifies their tokens.</summary>
    public IReadOnlyList<SecurityKey> Keys { get; } =
        script is null ? [] : [new ECDsaSecurityKey(script.PublicKey.Open()) { KeyId = script.PublicKey.KeyId }];

    /// <summary>Whether a token, which is not verified yet, says to be one of theirs.</summary>
    public bool Carries(string token)
    {
        try
        {
            return script is not null && new JsonWebToken(token).Issuer == ScriptedOfficer.Issuer;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The script's officers carry the script's tokens, and nobody else carries their names.</summary>
    public bool Allows(OfficerId officer, bool isScripted) => script is null || ScriptedOfficer.Is(officer) == isScripted;
}
