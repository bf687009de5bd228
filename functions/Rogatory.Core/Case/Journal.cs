using System.Collections.Concurrent;
using Rogatory.Ledger;

namespace Rogatory.Core.Case;

/// <summary>Reads a ledger into a state, and changes the state in the only way there is: by appending.</summary>
/// <remarks>
/// A command decides on what is remembered, and appends where it believes the ledger ends. Where another was faster it loads and decides
/// again; nothing is refused, or found to be done, on what may be out of date.
/// An append whose answer was lost is found again by its command id, so no command takes effect twice.
/// </remarks>
public abstract class Journal<TState>(ILedgerStore ledgers, EventCodec codec, TimeProvider time)
    where TState : class, IFolded
{
    // Each lost race means that another command succeeded, so this bounds a stampede, not a wait.
    private const int MostRaces = 1000;

    private const int MostRemembered = 1000;

    private readonly ConcurrentDictionary<string, Snapshot<TState>> _remembered = new(StringComparer.Ordinal);

    /// <summary>The state after a line. Null before the first.</summary>
    /// <exception cref="CaseHistoryException">The line cannot follow.</exception>
    protected abstract TState Fold(TState? state, LedgerLine line, LedgerEvent happened);

    /// <summary>Where to begin reading a ledger that is not remembered: a stored fold, or the empty ledger.</summary>
    protected virtual Task<Snapshot<TState>> StartAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(new Snapshot<TState>(null, LedgerTip.Empty));

    /// <summary>Called after lines were appended. Must not fail the command that succeeded.</summary>
    protected virtual Task AppendedAsync(string name, Snapshot<TState> after, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The ledger's state as it is at hand, which may be out of date; null where it is not at hand.</summary>
    protected TState? Recall(string name) => _remembered.GetValueOrDefault(name)?.State;

    /// <summary>The ledger's state and end.</summary>
    /// <exception cref="LedgerBrokenException">What is stored does not hold together.</exception>
    protected async Task<Snapshot<TState>> LoadAsync(string name, CancellationToken cancellationToken)
    {
        Snapshot<TState> start = _remembered.GetValueOrDefault(name) ?? await StartAsync(name, cancellationToken);
        byte[] tail = await ledgers.ReadAsync(name, start.Tip.Length, cancellationToken);
        TState? state = start.State;
        try
        {
            (IReadOnlyList<LedgerLine> lines, LedgerTip tip) = LedgerReader.ReadAfter(start.Tip, name, tail);
            foreach (LedgerLine line in lines)
                state = Fold(state, line, codec.Decode(line));
            return Remember(name, new Snapshot<TState>(state, tip));
        }
        catch (Exception broken) when (broken is LedgerFormatException or CaseHistoryException)
        {
            throw new LedgerBrokenException(name, broken);
        }
    }

    /// <summary>Decides and appends what was decided, all lines or none.</summary>
    /// <param name="name">The ledger.</param>
    /// <param name="actor"><c>partner:…</c>, <c>officer:…</c> or <c>system:…</c>.</param>
    /// <param name="command">The command's id, carried by every event of the decision.</param>
    /// <param name="decide">Pure: state in, events out; none when there is nothing to do; throws <see cref="RefusedException"/>. May be asked again.</param>
    /// <param name="cancellationToken">Stops before the append, never between an append and its answer.</param>
    protected async Task<Snapshot<TState>> AppendAsync(
        string name, string actor, CommandId command, Func<TState?, IReadOnlyList<LedgerEvent>> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decide);
        StorageUnavailableException? lostAnswer = null;
        long lostAt = -1;
        for (int race = 0; race < MostRaces; race++)
        {
            Snapshot<TState>? recalled = race == 0 ? _remembered.GetValueOrDefault(name) : null;
            Snapshot<TState> before = recalled ?? await LoadAsync(name, cancellationToken);
            if (before.State?.Has(command) == true)
                return before;
            if (lostAnswer is not null)
                throw lostAnswer;
            // Nobody was faster, and yet it does not end where it did: it was cut off.
            if (before.Tip.Length == lostAt)
                throw new LedgerBrokenException(name, new CaseHistoryException(before.Tip.Size, "the ledger is shorter than it was"));

            IReadOnlyList<LedgerEvent> events;
            try
            {
                events = decide(before.State);
            }
            catch (RefusedException) when (recalled is not null)
            {
                continue;
            }

            if (events.Count == 0 && recalled is not null)
                continue;
            if (events.Count == 0)
                return before;

            (ReadOnlyMemory<byte> bytes, IReadOnlyList<LedgerLine> lines, LedgerTip tip) =
                before.Tip.Append(name, time.GetUtcNow(), [.. events.Select(one => EventCodec.Encode(actor, one))]);
            TState? state = before.State;
            for (int index = 0; index < lines.Count; index++)
                state = Fold(state, lines[index], events[index]);

            try
            {
                if (!await ledgers.TryAppendAsync(name, before.Tip.Length, bytes, cancellationToken))
                {
                    lostAt = before.Tip.Length;
                    continue;
                }
            }
            catch (StorageUnavailableException lost)
            {
                lostAnswer = lost;
                continue;
            }

            Snapshot<TState> after = Remember(name, new Snapshot<TState>(state, tip));
            await AppendedAsync(name, after, CancellationToken.None);
            return after;
        }

        throw new StorageUnavailableException("ledger");
    }

    private Snapshot<TState> Remember(string name, Snapshot<TState> read)
    {
        if (_remembered.Count >= MostRemembered)
            _remembered.Clear();
        if (read.State is not null)
            _remembered.AddOrUpdate(name, read, (_, known) => known.Tip.Length > read.Tip.Length ? known : read);
        return read;
    }
}
