namespace Rogatory.Core.Access;

/// <summary>What the register says of a partner at one moment, for those who decide by it.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="IsUndertakingLapsed">Whether it has signed an undertaking of confidentiality, and none binds it any more.</param>
public sealed record PartnerStanding(PartnerStatus Status, bool IsUndertakingLapsed)
{
    /// <summary>How a partner stands at that time; a null one is not registered.</summary>
    public static PartnerStanding Of(RegisteredPartner? partner, DateTimeOffset time)
    {
        if (partner is null)
            return new PartnerStanding(PartnerStatus.NotRegistered, IsUndertakingLapsed: false);
        DateOnly day = DateOnly.FromDateTime(time.UtcDateTime);
        return new PartnerStanding(
            partner.IsSuspended ? PartnerStatus.Suspended : PartnerStatus.Active,
            partner.Undertakings.Count > 0 && !partner.Undertakings.Values.Any(one => one.BindsOn(day)));
    }
}
