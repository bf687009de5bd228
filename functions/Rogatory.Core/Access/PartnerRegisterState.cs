using System.Collections.Immutable;
using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Access;

/// <summary>What the register's ledger comes to.</summary>
public sealed record PartnerRegisterState : IFolded
{
    /// <summary>The partners by id, suspended ones among them.</summary>
    public ImmutableSortedDictionary<string, RegisteredPartner> Partners { get; init; } =
        ImmutableSortedDictionary.Create<string, RegisteredPartner>(StringComparer.Ordinal);

    /// <summary>All that was ever proposed about each partner, by its id and in order.</summary>
    public ImmutableSortedDictionary<string, ImmutableList<PartnerProposal>> Proposals { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableList<PartnerProposal>>(StringComparer.Ordinal);

    /// <summary>The ids of all commands that took effect.</summary>
    public ImmutableHashSet<string> Commands { get; init; } = [];

    /// <inheritdoc />
    public bool Has(CommandId command) => Commands.Contains(command.ToString());

    /// <summary>The partner; null when no entry of it was ever approved.</summary>
    public RegisteredPartner? Find(PartnerId partner) => Partners.GetValueOrDefault(partner.ToString());

    /// <summary>The newest proposal about a partner; null when there never was one.</summary>
    public PartnerProposal? NewestAbout(PartnerId partner) => Proposals.GetValueOrDefault(partner.ToString())?[^1];

    /// <summary>The proposal about the partner that nobody has decided on; null when there is none.</summary>
    public PartnerProposal? OpenAbout(PartnerId partner) => NewestAbout(partner) is { Outcome: ProposalOutcome.Open } open ? open : null;

    /// <summary>A proposal by its number; null when there is none.</summary>
    public PartnerProposal? Find(PartnerId partner, int number) =>
        Proposals.GetValueOrDefault(partner.ToString()) is { } all && number >= 1 && number <= all.Count ? all[number - 1] : null;

    /// <summary>Every entry of the partner that was ever approved, in order.</summary>
    public IEnumerable<PartnerEntry> EntriesOf(PartnerId partner) =>
        (Proposals.GetValueOrDefault(partner.ToString()) ?? []).Where(one => one.Outcome == ProposalOutcome.Approved).Select(one => one.Entry).OfType<PartnerEntry>();

    /// <summary>Refuses a key that another partner's entry in force, or one that is proposed for it, has under whatever id: what one of them signs would verify as the other's.</summary>
    /// <exception cref="RefusedException"><c>key-of-another-partner</c>.</exception>
    public void RefuseKeysOfOthers(PartnerId partner, PartnerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        HashSet<string> wanted = [.. entry.Thumbprints()];
        foreach (PartnerId other in Proposals.Keys.Select(PartnerId.Parse).Where(one => one != partner))
        {
            if (Find(other)?.Entry.Thumbprints().Any(wanted.Contains) == true || OpenAbout(other)?.Entry?.Thumbprints().Any(wanted.Contains) == true)
                throw new RefusedException("key-of-another-partner", $"A key is one that {other} has, or that is proposed for it. Each partner has keys of its own: ask for them, by a way that both trust.");
        }
    }

    /// <summary>The state after one more line.</summary>
    /// <exception cref="CaseHistoryException">The line cannot follow.</exception>
    public PartnerRegisterState Apply(LedgerEvent happened, LedgerLine line)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(line);
        PartnerRegisterState next = this with { Commands = Commands.Add(happened.Command.ToString()) };
        return happened switch
        {
            PartnerProposed one => next.Propose(one, line),
            PartnerApproved one when OpenAbout(one.Partner) is { } open && open.Number == one.Number && open.ProposedBy != line.Actor => next.Decide(open, ProposalOutcome.Approved, line).Take(open),
            PartnerRejected one when OpenAbout(one.Partner) is { } open && open.Number == one.Number => next.Decide(open, ProposalOutcome.Rejected, line),
            PartnerSuspended one when Find(one.Partner) is { IsSuspended: false } found => next.Set(found with { IsSuspended = true }),
            PartnerAgreementRecorded one when Find(one.Partner) is { } found =>
                next.Set(found with { Agreements = found.Agreements.SetItem(one.Agreement.Agreement.ToString(), one.Agreement) }),
            PartnerUndertakingSigned one when Find(one.Partner) is { } found =>
                next.Set(found with { Undertakings = found.Undertakings.SetItem(one.Undertaking.Version, one.Undertaking) }),
            _ => throw new CaseHistoryException(line.Seq, "it is about a partner or a proposal that is not there, or was approved by who proposed it"),
        };
    }

    private PartnerRegisterState Propose(PartnerProposed one, LedgerLine line)
    {
        ImmutableList<PartnerProposal> before = Proposals.GetValueOrDefault(one.Partner.ToString()) ?? [];
        if (one.Number != before.Count + 1 || (one.Entry is null && Find(one.Partner) is not { IsSuspended: true }))
            throw new CaseHistoryException(line.Seq, "it proposes what cannot be proposed there");
        if (OpenAbout(one.Partner) is { } open)
            before = before.SetItem(open.Number - 1, open with { Outcome = ProposalOutcome.Superseded });
        return this with
        {
            Proposals = Proposals.SetItem(one.Partner.ToString(), before.Add(new PartnerProposal(one.Partner, one.Number, one.Entry, line.Actor, line.At))),
        };
    }

    private PartnerRegisterState Decide(PartnerProposal open, ProposalOutcome outcome, LedgerLine line)
    {
        string partner = open.Partner.ToString();
        return this with
        {
            Proposals = Proposals.SetItem(partner, Proposals[partner].SetItem(open.Number - 1, open with { Outcome = outcome, DecidedBy = line.Actor })),
        };
    }

    private PartnerRegisterState Take(PartnerProposal approved) =>
        (Find(approved.Partner), approved.Entry) switch
        {
            ({ } found, null) => Set(found with { IsSuspended = false }),
            ({ } found, { } entry) => Set(found with { Entry = entry, Change = approved.Number }),
            (_, { } entry) => Set(new RegisteredPartner(approved.Partner, entry, approved.Number)),
            _ => this,
        };

    private PartnerRegisterState Set(RegisteredPartner partner) => this with { Partners = Partners.SetItem(partner.Partner.ToString(), partner) };
}
