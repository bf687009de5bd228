using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>A change of the partner register that takes two admins; without an entry it is a reinstatement.</summary>
public sealed record PartnerProposalView(
    string Partner, int Number, PartnerEntryDocument? Entry, string ProposedBy, DateTimeOffset ProposedAt, ProposalOutcome Outcome, string? DecidedBy)
{
    public static PartnerProposalView Of(PartnerProposal proposal) => new(
        proposal.Partner.ToString(), proposal.Number, proposal.Entry is { } entry ? PartnerEntryDocument.Of(entry) : null,
        proposal.ProposedBy, proposal.ProposedAt, proposal.Outcome, proposal.DecidedBy);
}
