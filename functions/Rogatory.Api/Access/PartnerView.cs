using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>A partner as the register has it, and what is proposed about it.</summary>
public sealed record PartnerView(string Partner, PartnerStatus Status)
{
    /// <summary>Who it is, and its keys; null for one that is only proposed.</summary>
    public PartnerEntryDocument? Entry { get; init; }

    /// <summary>The number of the proposal that the entry comes from.</summary>
    public int Change { get; init; }

    /// <summary>The id of the key that is sealed to; null where none is valid.</summary>
    public string? SealedTo { get; init; }

    public IReadOnlyList<PartnerAgreementDocument> Agreements { get; init; } = [];

    public IReadOnlyList<PartnerUndertakingDocument> Undertakings { get; init; } = [];

    /// <summary>What waits for a second admin.</summary>
    public PartnerProposalView? Proposal { get; init; }

    public static PartnerView Of(PartnerRegisterState register, PartnerId partner, DateTimeOffset now)
    {
        RegisteredPartner? found = register.Find(partner);
        return new PartnerView(partner.ToString(), PartnerStanding.Of(found, now).Status)
        {
            Entry = found is null ? null : PartnerEntryDocument.Of(found.Entry),
            Change = found?.Change ?? 0,
            SealedTo = found?.SealingKeyAt(now)?.KeyId,
            Agreements = [.. (found?.Agreements.Values ?? []).Select(PartnerAgreementDocument.Of)],
            Undertakings = [.. (found?.Undertakings.Values ?? []).Select(PartnerUndertakingDocument.Of)],
            Proposal = register.OpenAbout(partner) is { } open ? PartnerProposalView.Of(open) : null,
        };
    }
}
