namespace Rogatory.Core.Access;

/// <summary>A change of the partner register that takes two admins.</summary>
/// <param name="Partner">Whom it is about.</param>
/// <param name="Number">Its number among those about this partner, from 1.</param>
/// <param name="Entry">What the partner's entry is to be; null where the partner is to be reinstated.</param>
/// <param name="ProposedBy">Who proposed it, as <c>officer:…</c>.</param>
/// <param name="ProposedAt">When.</param>
public sealed record PartnerProposal(PartnerId Partner, int Number, PartnerEntry? Entry, string ProposedBy, DateTimeOffset ProposedAt)
{
    /// <summary>What became of it.</summary>
    public ProposalOutcome Outcome { get; init; }

    /// <summary>Who approved or rejected it, as <c>officer:…</c>; null where nobody did.</summary>
    public string? DecidedBy { get; init; }
}
