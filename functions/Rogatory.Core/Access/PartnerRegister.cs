using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Access;

/// <summary>
/// The partner register: a ledger of its own, changed only by officers with the admin role. A partner's entry, and with it its keys, is changed by
/// two of them, as is a reinstatement; suspending, which takes away, is one admin's at once.
/// </summary>
public sealed class PartnerRegister(ILedgerStore ledgers, Space space, TimeProvider time)
    : Journal<PartnerRegisterState>(ledgers, Codec, time), IPartnerDirectory
{
    /// <summary>The ledger's name, which stands where a case's ledger has the case.</summary>
    public const string LedgerName = "partners";

    // Every partner call asks; a suspension takes effect within this time.
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time = time;
    private volatile CachedRegister? _cached;

    /// <summary>Every event the register can hold.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type>
    {
        [PartnerProposed.EventName] = typeof(PartnerProposed),
        [PartnerApproved.EventName] = typeof(PartnerApproved),
        [PartnerRejected.EventName] = typeof(PartnerRejected),
        [PartnerSuspended.EventName] = typeof(PartnerSuspended),
        [PartnerAgreementRecorded.EventName] = typeof(PartnerAgreementRecorded),
        [PartnerUndertakingSigned.EventName] = typeof(PartnerUndertakingSigned),
    });

    /// <summary>Proposes what a partner's entry is to be. The same proposal again is the one that is open; another takes its place.</summary>
    /// <param name="admin">Who proposes.</param>
    /// <param name="partner">Whom it is about.</param>
    /// <param name="entry">The entry, whole: a key that it does not have counts no more once it is approved.</param>
    /// <param name="replaces">The number of the proposal that the partner's entry comes from, as whoever proposes has seen it; 0 for a partner without one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RefusedException"><c>partner-malformed</c>; <c>partner-changed</c>: the entry comes from another proposal; <c>key-of-another-partner</c>.</exception>
    public async Task<PartnerProposal> ProposeAsync(OfficerId admin, PartnerId partner, PartnerEntry entry, int replaces, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        entry.Check();
        PartnerEntry wanted = entry.Normalised();
        return await ProposeAsync(admin, partner, wanted, state =>
        {
            if ((state?.Find(partner)?.Change ?? 0) != replaces)
                throw new RefusedException("partner-changed", "The partner's entry is another than the one that this would replace. Look at it again, and propose anew.");
            wanted.RefuseReusedIds(state?.EntriesOf(partner) ?? []);
            RefuseKeysOfOthers(state, partner, wanted);
        }, cancellationToken);
    }

    /// <summary>Proposes that a partner be no longer suspended.</summary>
    /// <exception cref="RefusedException"><c>partner-not-found</c>, <c>partner-not-suspended</c>.</exception>
    public Task<PartnerProposal> ProposeReinstatementAsync(OfficerId admin, PartnerId partner, CancellationToken cancellationToken) =>
        ProposeAsync(admin, partner, entry: null, state =>
        {
            if (!(state?.Find(partner) ?? throw NotFound()).IsSuspended)
                throw new RefusedException("partner-not-suspended", "The partner is not suspended.");
        }, cancellationToken);

    /// <summary>Approves what another admin proposed; it takes effect with it. Again, it is found done.</summary>
    /// <exception cref="RefusedException"><c>proposal-not-found</c>, <c>own-proposal</c>, <c>proposal-decided</c>, <c>key-of-another-partner</c>.</exception>
    public Task<PartnerProposal> ApproveAsync(OfficerId admin, PartnerId partner, int number, CancellationToken cancellationToken) =>
        DecideAsync(admin, partner, number, ProposalOutcome.Approved, command => new PartnerApproved { Command = command, Partner = partner, Number = number }, cancellationToken);

    /// <summary>Rejects what was proposed; who proposed it may, too. Again, it is found done.</summary>
    /// <exception cref="RefusedException"><c>proposal-not-found</c>, <c>proposal-decided</c>.</exception>
    public Task<PartnerProposal> RejectAsync(OfficerId admin, PartnerId partner, int number, CancellationToken cancellationToken) =>
        DecideAsync(admin, partner, number, ProposalOutcome.Rejected, command => new PartnerRejected { Command = command, Partner = partner, Number = number }, cancellationToken);

    /// <summary>Suspends a partner; one that is suspended stays so, and an open proposal to reinstate it is rejected.</summary>
    /// <exception cref="RefusedException"><c>partner-not-found</c>.</exception>
    public Task SuspendAsync(OfficerId admin, PartnerId partner, CancellationToken cancellationToken)
    {
        CommandId command = NewCommand("suspend-partner");
        return AppendAsync(LedgerName, $"officer:{admin}", command, state => (state?.Find(partner) ?? throw NotFound(), state!.OpenAbout(partner)) switch
        {
            ({ IsSuspended: false }, _) => [new PartnerSuspended { Command = command, Partner = partner }],
            (_, { Entry: null } open) => [new PartnerRejected { Command = command, Partner = partner, Number = open.Number }],
            _ => [],
        }, cancellationToken);
    }

    /// <summary>Records an agreement with a partner, or replaces the record of the same id.</summary>
    /// <exception cref="RefusedException"><c>agreement-malformed</c>, <c>partner-not-found</c>.</exception>
    public async Task RecordAgreementAsync(OfficerId admin, PartnerId partner, PartnerAgreement agreement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        agreement.Check();
        await ChangeAsync(admin, "record-agreement", partner, (found, command) =>
            agreement.Equals(found.Agreements.GetValueOrDefault(agreement.Agreement.ToString()))
                ? null
                : new PartnerAgreementRecorded { Command = command, Partner = partner, Agreement = agreement }, cancellationToken);
    }

    /// <summary>Records that a partner signed an undertaking of confidentiality, or replaces the record of the same version.</summary>
    /// <exception cref="RefusedException"><c>undertaking-malformed</c>, <c>partner-not-found</c>.</exception>
    public async Task RecordUndertakingAsync(OfficerId admin, PartnerId partner, PartnerUndertaking undertaking, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(undertaking);
        undertaking.Check(DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime));
        await ChangeAsync(admin, "record-undertaking", partner, (found, command) =>
            undertaking == found.Undertakings.GetValueOrDefault(undertaking.Version)
                ? null
                : new PartnerUndertakingSigned { Command = command, Partner = partner, Undertaking = undertaking }, cancellationToken);
    }

    /// <summary>The register as it is, and not as it was a few seconds ago.</summary>
    public async Task<PartnerRegisterState> ReadAsync(CancellationToken cancellationToken) =>
        (await LoadAsync(LedgerName, cancellationToken)).State ?? new PartnerRegisterState();

    /// <summary>The partner as it was at most five seconds ago; null when no entry of it was approved.</summary>
    public async Task<RegisteredPartner?> FindAsync(PartnerId partner, CancellationToken cancellationToken) =>
        (await FreshAsync(cancellationToken)).Find(partner);

    /// <inheritdoc />
    public async Task<PartnerKey?> FindKeyAsync(PartnerId partner, string keyId, CancellationToken cancellationToken) =>
        (await FreshAsync(cancellationToken)).Find(partner)?.FindSigningKey(keyId);

    /// <inheritdoc />
    public async Task<PartnerStanding> FindStandingAsync(PartnerId partner, CancellationToken cancellationToken) =>
        PartnerStanding.Of(await FindAsync(partner, cancellationToken), _time.GetUtcNow());

    /// <inheritdoc />
    protected override PartnerRegisterState Fold(PartnerRegisterState? state, LedgerLine line, LedgerEvent happened) =>
        (state ?? new PartnerRegisterState()).Apply(happened, line);

    /// <inheritdoc />
    protected override Task AppendedAsync(string name, Snapshot<PartnerRegisterState> after, CancellationToken cancellationToken)
    {
        _cached = null;
        return Task.CompletedTask;
    }

    private static RefusedException NotFound() => new("partner-not-found", "No such partner is registered.");

    private static CommandId NewCommand(string kind) => CommandId.Derive(kind, AttemptId.New().ToString());

    private async Task<PartnerProposal> ProposeAsync(
        OfficerId admin, PartnerId partner, PartnerEntry? entry, Action<PartnerRegisterState?> refuse, CancellationToken cancellationToken)
    {
        CommandId command = NewCommand("propose-partner");
        Snapshot<PartnerRegisterState> after = await AppendAsync(LedgerName, $"officer:{admin}", command, state =>
        {
            refuse(state);
            if (state?.OpenAbout(partner) is { } open && open.Entry == entry)
                return [];
            int number = (state?.NewestAbout(partner)?.Number ?? 0) + 1;
            return [new PartnerProposed { Command = command, Partner = partner, Number = number, Entry = entry }];
        }, cancellationToken);
        return after.State!.NewestAbout(partner)!;
    }

    // In the space of drills one script plays every partner, with one key to sign with.
    private void RefuseKeysOfOthers(PartnerRegisterState? state, PartnerId partner, PartnerEntry entry)
    {
        if (space != Space.Drill)
            state?.RefuseKeysOfOthers(partner, entry);
    }

    private async Task<PartnerProposal> DecideAsync(
        OfficerId admin, PartnerId partner, int number, ProposalOutcome outcome, Func<CommandId, LedgerEvent> make, CancellationToken cancellationToken)
    {
        string actor = $"officer:{admin}";
        CommandId command = NewCommand("decide-partner");
        Snapshot<PartnerRegisterState> after = await AppendAsync(LedgerName, actor, command, state =>
        {
            PartnerProposal found = state?.Find(partner, number) ?? throw new RefusedException("proposal-not-found", "Nothing of that number was proposed about this partner.");
            if (outcome == ProposalOutcome.Approved && found.ProposedBy == actor)
                throw new RefusedException("own-proposal", "Another admin has to approve what you proposed.");
            if (found is { Outcome: ProposalOutcome.Open, Entry: { } entry } && outcome == ProposalOutcome.Approved)
                RefuseKeysOfOthers(state, partner, entry);
            return found.Outcome == outcome ? []
                : found.Outcome == ProposalOutcome.Open ? [make(command)]
                : throw new RefusedException("proposal-decided", "The proposal is decided on already, or another took its place. Look at the partner again.");
        }, cancellationToken);
        return after.State!.Find(partner, number)!;
    }

    private Task ChangeAsync(OfficerId admin, string kind, PartnerId partner, Func<RegisteredPartner, CommandId, LedgerEvent?> change, CancellationToken cancellationToken)
    {
        CommandId command = NewCommand(kind);
        return AppendAsync(LedgerName, $"officer:{admin}", command, state =>
            change(state?.Find(partner) ?? throw NotFound(), command) is { } happened ? [happened] : [], cancellationToken);
    }

    private async Task<PartnerRegisterState> FreshAsync(CancellationToken cancellationToken)
    {
        CachedRegister? cached = _cached;
        DateTimeOffset now = _time.GetUtcNow();
        // Read at a time still to come: the clock was put back, and how old that is nobody knows.
        if (cached is null || cached.ReadAt > now || cached.ReadAt + FreshFor <= now)
            _cached = cached = new CachedRegister(await ReadAsync(cancellationToken), now);
        return cached.State;
    }

    private sealed record CachedRegister(PartnerRegisterState State, DateTimeOffset ReadAt);
}
