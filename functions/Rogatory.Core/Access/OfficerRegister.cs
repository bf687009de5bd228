using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Access;

/// <summary>The officer register: who may act, trained and bound, in a ledger of its own.</summary>
public sealed class OfficerRegister(ILedgerStore ledgers, TimeProvider time) : Journal<OfficerRegisterState>(ledgers, Codec, time)
{
    /// <summary>The ledger's name, which stands where a case's ledger has the case.</summary>
    public const string LedgerName = "officers";

    // A revocation reaches every instance within five seconds: this, and the time that a stream takes to look again.
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _time = time;
    private volatile RecalledRegister? _recalled;

    /// <summary>Every event the register can hold.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type>
    {
        [OfficerProposed.EventName] = typeof(OfficerProposed),
        [OfficerApproved.EventName] = typeof(OfficerApproved),
        [OfficerRejected.EventName] = typeof(OfficerRejected),
        [RoleWithdrawn.EventName] = typeof(RoleWithdrawn),
        [OfficerSuspended.EventName] = typeof(OfficerSuspended),
        [TrainingRecorded.EventName] = typeof(TrainingRecorded),
        [UndertakingSigned.EventName] = typeof(UndertakingSigned),
        [OfficerAssigned.EventName] = typeof(OfficerAssigned),
        [AssignmentConfirmed.EventName] = typeof(AssignmentConfirmed),
        [AssignmentEnded.EventName] = typeof(AssignmentEnded),
        [ConflictDeclared.EventName] = typeof(ConflictDeclared),
        [ConflictLifted.EventName] = typeof(ConflictLifted),
        [GlassBroken.EventName] = typeof(GlassBroken),
        [GlassReviewed.EventName] = typeof(GlassReviewed),
    });

    /// <summary>The register as it is.</summary>
    /// <exception cref="StorageUnavailableException">It can't be read.</exception>
    public async Task<OfficerRegisterState> GetAsync(CancellationToken cancellationToken)
    {
        // The time before the reading: what was written meanwhile may be missing.
        DateTimeOffset now = _time.GetUtcNow();
        OfficerRegisterState state = (await LoadAsync(LedgerName, cancellationToken)).State ?? OfficerRegisterState.Empty;
        _recalled = new RecalledRegister(state, now);
        return state;
    }

    /// <summary>The register as it was at most two seconds ago; reads nothing while that is at hand.</summary>
    /// <exception cref="StorageUnavailableException">It can't be read.</exception>
    public ValueTask<OfficerRegisterState> RecallAsync(CancellationToken cancellationToken) =>
        _recalled is { } recalled && recalled.ReadAt <= _time.GetUtcNow() && _time.GetUtcNow() < recalled.ReadAt + FreshFor
            ? ValueTask.FromResult(recalled.State)
            : new ValueTask<OfficerRegisterState>(GetAsync(cancellationToken));

    /// <summary>Decides and appends; see <see cref="Journal{TState}"/>.</summary>
    /// <param name="actor">Who does it, as the ledger names actors.</param>
    /// <param name="decide">Is given the command that its events carry.</param>
    /// <param name="cancellationToken">Stops before the append.</param>
    internal Task<OfficerRegisterState> AppendAsync(
        string actor, Func<OfficerRegisterState, CommandId, IReadOnlyList<LedgerEvent>> decide, CancellationToken cancellationToken) =>
        AppendAsync(actor, CommandId.Derive("officer-register", AttemptId.New().ToString()), decide, cancellationToken);

    /// <summary>As above, for a command that takes effect once and never again.</summary>
    internal async Task<OfficerRegisterState> AppendAsync(
        string actor, CommandId command, Func<OfficerRegisterState, CommandId, IReadOnlyList<LedgerEvent>> decide, CancellationToken cancellationToken)
    {
        OfficerRegisterState state = (await AppendAsync(
            LedgerName, actor, command, before => decide(before ?? OfficerRegisterState.Empty, command), cancellationToken)).State ?? OfficerRegisterState.Empty;
        _recalled = null;
        return state;
    }

    /// <summary>Refuses what an officer would do about the officer's own record.</summary>
    internal static void RefuseOwn(OfficerId caller, OfficerId officer)
    {
        if (caller == officer)
            throw new RefusedException("officer-own-record", "Another officer has to do this: nobody changes what stands of themselves in the register.");
    }

    /// <summary>The officer's entry.</summary>
    /// <exception cref="RefusedException"><c>officer-not-found</c>.</exception>
    internal static OfficerEntry Require(OfficerRegisterState state, OfficerId officer) =>
        state.Find(officer) ?? throw new RefusedException("officer-not-found", "The register has no such officer. An admin proposes one: rogatory officer propose.");

    /// <inheritdoc />
    protected override OfficerRegisterState Fold(OfficerRegisterState? state, LedgerLine line, LedgerEvent happened) =>
        (state ?? OfficerRegisterState.Empty).Apply(happened, line.Seq, line.At, line.Actor);

    private sealed record RecalledRegister(OfficerRegisterState State, DateTimeOffset ReadAt);
}
