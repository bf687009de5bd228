using Rogatory.Core.Receipt;

namespace Rogatory.Core.Access;

/// <summary>A partner's signing key as the register holds it.</summary>
/// <param name="Key">The public key.</param>
/// <param name="ValidFrom">From this time on.</param>
/// <param name="ValidUntil">Up to and not at this time; null without end.</param>
/// <param name="IsSuspended">Whether the partner is suspended, whatever the key's validity.</param>
public sealed record PartnerKey(EcJwk Key, DateTimeOffset ValidFrom, DateTimeOffset? ValidUntil, bool IsSuspended)
{
    /// <summary>Whether what is signed with the key is accepted at that time.</summary>
    public bool MaySignAt(DateTimeOffset time) => !IsSuspended && IsValidAt(time);

    /// <summary>Whether the key says at that time who signed, be the partner suspended or not.</summary>
    public bool IsValidAt(DateTimeOffset time) => time >= ValidFrom && !(time >= ValidUntil);
}
