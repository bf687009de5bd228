namespace Rogatory.Core.Access;

/// <summary>What the register says of a partner at one moment, for those who decide by it.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="HasValidKeys">Whether a key to sign with and a key to seal to are valid.</param>
/// <param name="Agreements">The agreements in force.</param>
/// <param name="BoundUntil">The last day of the undertaking of confidentiality that binds longest; null where none binds.</param>
public sealed record PartnerStanding(PartnerStatus Status, bool HasValidKeys, IReadOnlyList<PartnerAgreement> Agreements, DateOnly? BoundUntil)
{
    /// <summary>Whether it has signed an undertaking of confidentiality, and none binds it any more.</summary>
    public bool IsUndertakingLapsed { get; init; }

    /// <summary>How a partner stands at that time; a null one is not registered.</summary>
    public static PartnerStanding Of(RegisteredPartner? partner, DateTimeOffset time)
    {
        if (partner is null)
            return new PartnerStanding(PartnerStatus.NotRegistered, HasValidKeys: false, [], BoundUntil: null);
        DateOnly day = DateOnly.FromDateTime(time.UtcDateTime);
        PartnerUndertaking[] binding = [.. partner.Undertakings.Values.Where(one => one.BindsOn(day))];
        return new PartnerStanding(
            partner.IsSuspended ? PartnerStatus.Suspended : PartnerStatus.Active,
            partner.HasValidKeysAt(time),
            [.. partner.Agreements.Values.Where(one => one.IsInForceOn(day))],
            binding.Length == 0 ? null : binding.Max(one => one.ValidUntil))
        {
            IsUndertakingLapsed = partner.Undertakings.Count > 0 && binding.Length == 0,
        };
    }
}
