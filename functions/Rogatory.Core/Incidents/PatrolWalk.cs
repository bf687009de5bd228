using System.Security.Cryptography;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Core.Sealing;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents;

/// <summary>One run of a patrol from ledger to ledger, and what it saw so far.</summary>
internal sealed class PatrolWalk(ItemPatrol items, ILedgerStore ledgers, OpenIncident incidents, PatrolBudget budget)
{
    /// <summary>The cases that the newest checkpoint covers, by id.</summary>
    public IReadOnlyDictionary<string, CheckpointCase> Known { get; set; } = new Dictionary<string, CheckpointCase>();

    /// <summary>What was seen so far.</summary>
    public PatrolReport Report { get; private set; } = PatrolReport.Empty;

    /// <summary>Opens an incident.</summary>
    public async Task FoundAsync(PatrolFault fault, CancellationToken cancellationToken)
    {
        await incidents.RunAsync(fault.Cause, fault.Case, fault.Item, cancellationToken);
        Report = Report.With(fault);
    }

    /// <summary>Looks at a ledger and at every item of it, and reads the body of one that the budget has room for.</summary>
    public async Task SampleAsync(string name, CancellationToken cancellationToken)
    {
        if (await CheckAsync(name, cancellationToken) is not { } state)
            return;
        ItemSealed[] sealedItems = ItemsOf(state);
        ItemSealed[] readable = [.. sealedItems.Where(one => one.Size <= budget.Bytes)];
        ItemSealed? read = readable.Length == 0 ? null : readable[RandomNumberGenerator.GetInt32(readable.Length)];
        IReadOnlySet<ItemId> left = await items.ErasedWithEnvelopeAsync(state, cancellationToken);
        foreach (ItemSealed one in sealedItems)
        {
            if (!await LookAsync(state, one, left, cancellationToken))
                continue;
            if (one != read || !await ReadAsync(state, items.Open(PathOf(state, one), one), one, cancellationToken))
                Report = Report with { Unread = Report.Unread + 1 };
        }
    }

    /// <summary>Looks at one case: its ledger, every item, and every body that the budget has room for, in no order, so that with each run others come first.</summary>
    public async Task CaseAsync(CaseId @case, CancellationToken cancellationToken)
    {
        if (await CheckAsync(@case.ToString(), cancellationToken) is not { } state)
            return;
        IReadOnlySet<ItemId> left = await items.ErasedWithEnvelopeAsync(state, cancellationToken);
        ItemSealed[] shuffled = ItemsOf(state);
        RandomNumberGenerator.Shuffle<ItemSealed>(shuffled);
        foreach (ItemSealed one in shuffled)
        {
            if (await LookAsync(state, one, left, cancellationToken)
                && (budget.IsSpent || !await ReadAsync(state, items.Open(PathOf(state, one), one), one, cancellationToken)))
            {
                Report = Report with { Unread = Report.Unread + 1 };
            }
        }
    }

    /// <summary>Looks at a ledger and, from where an earlier run stopped, at every item of it, bodies and all.</summary>
    /// <returns>Where it stopped because the budget is spent; null when it came to the end.</returns>
    public async Task<ReadingPaused?> LookAsync(string name, DateOnly share, ReadingPaused? earlier, CancellationToken cancellationToken)
    {
        if (await CheckAsync(name, cancellationToken) is not { } state)
            return null;
        if (earlier?.Case != state.Case)
            earlier = null;
        IReadOnlySet<ItemId> left = await items.ErasedWithEnvelopeAsync(state, cancellationToken);
        foreach (ItemSealed one in ItemsOf(state))
        {
            if (earlier is not null && string.CompareOrdinal(one.Item.ToString(), earlier.Item.ToString()) < 0)
                continue;
            SealedPath path = PathOf(state, one);
            BodyReading reading = items.Open(path, one).After(earlier?.IsOf(path) == true ? earlier : null);
            if (budget.IsSpent
                || (await LookAsync(state, one, left, cancellationToken) && !await ReadAsync(state, reading, one, cancellationToken)))
                return reading.Pause(share, path);
        }

        return null;
    }

    // Null when there is no case whose items could be looked at.
    private async Task<CaseState?> CheckAsync(string name, CancellationToken cancellationToken)
    {
        byte[] ledger = await ledgers.ReadAsync(name, 0, cancellationToken);
        Report = Report with { Ledgers = Report.Ledgers + 1 };
        CaseId? @case = CaseId.TryParse(name, out CaseId parsed) ? parsed : null;
        CaseState? state = @case is null ? null : CaseJournal.TryFold(name, ledger);
        LedgerReport check = LedgerCheck.Check(new MemoryStream(ledger));
        if (!check.Holds || check.Case != name || (@case is not null && state is null))
        {
            await FoundAsync(new PatrolFault(IncidentCause.LedgerBroken, @case, Item: null), cancellationToken);
            return null;
        }

        // Whoever can write a ledger can write one that holds; not one that leads to a root which partners have.
        if (Known.GetValueOrDefault(name) is { } covered && !check.Proves(covered.Size, covered.Root))
            await FoundAsync(new PatrolFault(IncidentCause.LedgerShrunk, @case, Item: null), cancellationToken);
        return state;
    }

    // Whether there is a body to read.
    private async Task<bool> LookAsync(CaseState state, ItemSealed one, IReadOnlySet<ItemId> left, CancellationToken cancellationToken)
    {
        IReadOnlyList<IncidentCause> causes = await items.LookAsync(state, one, left, cancellationToken);
        foreach (IncidentCause cause in causes)
            await FoundAsync(new PatrolFault(cause, state.Case, one.Item), cancellationToken);
        return !items.MayBeGone(state, one) && !causes.Contains(IncidentCause.BodyMissing);
    }

    // Whether it came to the end.
    private async Task<bool> ReadAsync(CaseState state, BodyReading reading, ItemSealed one, CancellationToken cancellationToken)
    {
        long before = reading.Offset;
        BodyFinding finding = await reading.RunAsync(budget, cancellationToken);
        bool isFinished = finding != BodyFinding.Unfinished;
        Report = Report with { Bodies = Report.Bodies + (isFinished ? 1 : 0), Bytes = Report.Bytes + reading.Offset - before };
        if (finding is BodyFinding.Missing or BodyFinding.Altered)
        {
            IncidentCause cause = finding == BodyFinding.Missing ? IncidentCause.BodyMissing : IncidentCause.BodyAltered;
            await FoundAsync(new PatrolFault(cause, state.Case, one.Item), cancellationToken);
        }

        return isFinished;
    }

    private static SealedPath PathOf(CaseState state, ItemSealed one) => new(state.Case, one.Item, one.Attempt);

    private static ItemSealed[] ItemsOf(CaseState state) => [.. state.Sealed.Values.OrderBy(item => item.Item.ToString(), StringComparer.Ordinal)];
}
