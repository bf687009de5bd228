using System.Security.Cryptography;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Incidents;

/// <summary>
/// Compares what partners can collect with what was released. Every run looks whether each copy and key envelope is there and how it begins;
/// each copy is read whole once, in as many runs as it takes. A copy that no disclosure waits for is removed.
/// </summary>
public sealed class CopyPatrol(
    CaseJournal journal, IOutbound outbound, IKeyEnvelopeStore keys, IProjectionStore projections, PatrolRegister register, CopyOutcome outcome,
    OpenIncident incidents, TimeProvider time)
{
    /// <summary>Looks, until all is seen or the bounds are reached, in an order that can't be foreseen.</summary>
    /// <exception cref="StorageUnavailableException">Storage could not be asked; what can't be asked is neither well nor a fault.</exception>
    public async Task<PatrolReport> RunAsync(PatrolBounds bounds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        var budget = new PatrolBudget(bounds, time);
        ILookup<CaseId, (string Region, SealedPath Copy)> copies = await ListAsync(cancellationToken);
        ReadingPaused? paused = (await register.LoadAsync(cancellationToken)).Copy;
        PatrolReport report = PatrolReport.Empty;
        foreach (CaseId @case in await ChooseAsync(copies.Select(one => one.Key), paused, cancellationToken))
        {
            if (budget.IsSpent)
                break;
            try
            {
                CaseState? state = (await journal.LoadAsync(@case, cancellationToken)).State;
                report = await RemoveAsync(report, state, copies[@case], cancellationToken);
                if (state is not null)
                    report = await LookAsync(report, state, paused, budget, cancellationToken);
            }
            catch (LedgerBrokenException)
            {
                await incidents.RunAsync(IncidentCause.LedgerBroken, @case, cancellationToken);
                report = report.With(new PatrolFault(IncidentCause.LedgerBroken, @case, Item: null));
            }
        }

        return report;
    }

    // Before any ledger is read: one names a copy before it is made, so what none names by then never was to be there.
    private async Task<ILookup<CaseId, (string Region, SealedPath Copy)>> ListAsync(CancellationToken cancellationToken)
    {
        List<(string Region, SealedPath Copy)> found = [];
        foreach (string region in outbound.Regions)
        {
            await foreach (SealedPath copy in outbound.ListAsync(region, cancellationToken))
                found.Add((region, copy));
        }

        return found.ToLookup(one => one.Copy.Case);
    }

    // Cases whose copies are all gone show in no listing of copies, so those that say they disclose are looked at too. The copy that an
    // earlier run stopped in comes first.
    private async Task<IReadOnlyList<CaseId>> ChooseAsync(IEnumerable<CaseId> listed, ReadingPaused? paused, CancellationToken cancellationToken)
    {
        HashSet<CaseId> cases = [.. listed];
        await foreach (ProjectionFound found in projections.ListAsync(cancellationToken))
        {
            if (found.Tags.ContainsKey(ProjectionTag.Recipients) && found.Tags.GetValueOrDefault(ProjectionTag.Stage) != $"{CaseStage.Retention}")
                cases.Add(found.Case);
        }

        CaseId[] shuffled = [.. cases];
        RandomNumberGenerator.Shuffle<CaseId>(shuffled);
        return [.. shuffled.OrderBy(one => one == paused?.Case ? 0 : 1)];
    }

    private async Task<PatrolReport> RemoveAsync(
        PatrolReport report, CaseState? state, IEnumerable<(string Region, SealedPath Copy)> copies, CancellationToken cancellationToken)
    {
        foreach ((string region, SealedPath copy) in copies)
        {
            DisclosureState? named = state?.Disclosures.FirstOrDefault(one => one.Names(copy.Item, copy.Attempt));
            if (named?.CopiesRemoved == false && named.Proposal.Region == region)
                continue;
            await outbound.RemoveAsync(region, copy, cancellationToken);
            report = report with { Removed = report.Removed + 1 };
        }

        return report;
    }

    private async Task<PatrolReport> LookAsync(
        PatrolReport report, CaseState state, ReadingPaused? paused, PatrolBudget budget, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        IEnumerable<(DisclosureState Disclosure, ItemReleased Released)> open =
            from disclosure in state.Disclosures
            where disclosure.IsOpenAt(now)
            from released in disclosure.Released.Values
            orderby released.Copy == paused?.Attempt ? 0 : 1, disclosure.Id.Number, released.Item.ToString()
            select (disclosure, released);
        HashSet<DisclosureId> failed = [];
        foreach ((DisclosureState disclosure, ItemReleased released) in open)
        {
            if (failed.Contains(disclosure.Id))
                continue;
            long before = budget.Bytes;
            CopyFault? fault = await LookAsync(state, disclosure, released, paused, budget, cancellationToken);
            report = report with { Copies = report.Copies + 1, Bytes = report.Bytes + before - budget.Bytes };
            if (fault is { } wrong && await outcome.FailAsync(disclosure.Id, released.Item, wrong, cancellationToken))
            {
                failed.Add(disclosure.Id);
                report = report.With(new PatrolFault(CopyOutcome.CauseOf(wrong), state.Case, released.Item));
            }
        }

        return report;
    }

    private async Task<CopyFault?> LookAsync(
        CaseState state, DisclosureState disclosure, ItemReleased released, ReadingPaused? paused, PatrolBudget budget, CancellationToken cancellationToken)
    {
        ItemSealed one = state.Find(released.Item)!;
        var copy = new SealedPath(state.Case, released.Item, released.Copy);
        if (await keys.ReadAsync(copy, ItemVault.FirstEnvelope, cancellationToken) is not { } envelope)
            return CopyFault.Missing;
        if (Convert.ToHexStringLower(SHA256.HashData(envelope)) != released.Envelope)
            return CopyFault.Altered;
        if (await LookAtHeaderAsync(released, copy, one, cancellationToken) is { } fault)
            return fault;
        return disclosure.CheckedCopies.Contains(released.Item.ToString()) || budget.IsSpent
            ? null
            : await ReadAsync(disclosure, released, copy, one, paused, budget, cancellationToken);
    }

    private async Task<CopyFault?> LookAtHeaderAsync(ItemReleased released, SealedPath copy, ItemSealed one, CancellationToken cancellationToken)
    {
        byte[] header = new byte[one.Header.Length / 2];
        try
        {
            await outbound.OpenSource(released.Region, copy, one.Size).ReadAsync(0, header, cancellationToken);
        }
        catch (EndOfStreamException)
        {
            return CopyFault.Missing;
        }

        return Convert.ToHexStringLower(header) == one.Header ? null : CopyFault.Altered;
    }

    private async Task<CopyFault?> ReadAsync(
        DisclosureState disclosure, ItemReleased released, SealedPath copy, ItemSealed one, ReadingPaused? paused, PatrolBudget budget,
        CancellationToken cancellationToken)
    {
        BodyReading reading = new BodyReading(outbound.OpenSource(released.Region, copy, one.Size), one).After(paused?.IsOf(copy) == true ? paused : null);
        switch (await reading.RunAsync(budget, cancellationToken))
        {
            case BodyFinding.Missing:
                return CopyFault.Missing;
            case BodyFinding.Altered:
                return CopyFault.Altered;
            case BodyFinding.Unfinished:
                await register.RecordAsync(reading.Pause(share: null, copy), cancellationToken);
                return null;
            default:
                await outcome.PassAsync(disclosure.Id, released.Item, cancellationToken);
                return null;
        }
    }
}
