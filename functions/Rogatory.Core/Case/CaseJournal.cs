using Rogatory.Core.Flow;
using Rogatory.Core.Sealing;
using Rogatory.Ledger;

namespace Rogatory.Core.Case;

/// <summary>The journal of cases: reads from the cached fold, and wakes the flow after every append. It knows no case but its space's.</summary>
public sealed class CaseJournal(ILedgerStore ledgers, IProjectionStore projections, ICaseQueue queue, Space space, TimeProvider time)
    : Journal<CaseState>(ledgers, CaseEvents.Codec, time)
{
    /// <summary>The case, or an empty snapshot when no such case exists.</summary>
    /// <exception cref="RefusedException"><c>case-of-drill</c>, <c>case-not-of-drill</c>.</exception>
    public Task<Snapshot<CaseState>> LoadAsync(CaseId @case, CancellationToken cancellationToken)
    {
        space.RefuseOther(@case);
        return LoadAsync(@case.ToString(), cancellationToken);
    }

    /// <summary>The case as it is at hand, which may be out of date, and else as it is; null when no such case exists. What was said when it was opened is never out of date.</summary>
    public async ValueTask<CaseState?> RecallAsync(CaseId @case, CancellationToken cancellationToken) =>
        Recall(@case.ToString()) ?? (await LoadAsync(@case, cancellationToken)).State;

    /// <summary>The case's state.</summary>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>case-of-drill</c>, <c>case-not-of-drill</c>.</exception>
    public async Task<CaseState> GetAsync(CaseId @case, CancellationToken cancellationToken) =>
        (await LoadAsync(@case, cancellationToken)).State ?? throw NotFound();

    /// <summary>Decides and appends; see <see cref="Journal{TState}"/>.</summary>
    /// <exception cref="StorageUnavailableException">Also when an item took so long that its attempt was abandoned meanwhile; it can be tried again.</exception>
    /// <exception cref="RefusedException">What <paramref name="decide"/> refuses, and <c>case-of-drill</c>, <c>case-not-of-drill</c>.</exception>
    public Task<Snapshot<CaseState>> AppendAsync(
        CaseId @case, string actor, CommandId command, Func<CaseState?, IReadOnlyList<LedgerEvent>> decide, CancellationToken cancellationToken)
    {
        space.RefuseOther(@case);
        return AppendAsync(@case.ToString(), actor, command, state => RefuseAbandoned(state, decide(state)), cancellationToken);
    }

    /// <summary>The answer to anyone who asks for a case that is not there, or not theirs.</summary>
    public static RefusedException NotFound() => new("case-not-found", "There is no such case, or it is not yours to see.");

    private static IReadOnlyList<LedgerEvent> RefuseAbandoned(CaseState? state, IReadOnlyList<LedgerEvent> events) =>
        state is not null && events.OfType<ItemSealed>().Any(one => state.Abandoned.Contains(one.Attempt.ToString()))
            ? throw new StorageUnavailableException("vault")
            : events;

    /// <summary>The fold over a whole ledger; null when its lines do not follow one another, or are no case's.</summary>
    public static CaseState? TryFold(string name, byte[] ledger)
    {
        try
        {
            return LedgerReader.ReadAfter(LedgerTip.Empty, name, ledger).Lines
                .Aggregate((CaseState?)null, (state, line) => FoldLine(state, line, CaseEvents.Codec.Decode(line)));
        }
        catch (Exception broken) when (broken is LedgerFormatException or CaseHistoryException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    protected override CaseState Fold(CaseState? state, LedgerLine line, LedgerEvent happened) => FoldLine(state, line, happened);

    private static CaseState FoldLine(CaseState? state, LedgerLine line, LedgerEvent happened) =>
        state is null
            ? CaseState.Open(CaseId.Parse(line.Case), happened, line.Seq, line.At)
            : state.Apply(happened, line.Seq, line.At, line.Actor);

    /// <inheritdoc />
    protected override async Task<Snapshot<CaseState>> StartAsync(string name, CancellationToken cancellationToken) =>
        await projections.ReadAsync(CaseId.Parse(name), cancellationToken) is { } stored && Projection.Parse(stored.Content) is { } cached
            ? new Snapshot<CaseState>(cached.State, cached.Tip)
            : new Snapshot<CaseState>(null, LedgerTip.Empty);

    /// <inheritdoc />
    protected override async Task AppendedAsync(string name, Snapshot<CaseState> after, CancellationToken cancellationToken)
    {
        try
        {
            await queue.WakeAsync(CaseId.Parse(name), after.Tip.Length, cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            // The line stands and the command succeeded; the sweep finds the ledger longer than its projection.
        }
    }
}
