using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Flow;

namespace Rogatory.Core.Incidents;

/// <summary>Closes an incident: one officer says what it was and what changes; where it is of high severity another closes it. From then on it counts in no assessment of risk.</summary>
public sealed class CloseIncident(IncidentRegister register, IncidentJournal incidents, IncidentWords words, WatchIncidents watch, ICaseQueue queue)
{
    /// <summary>Closes it, or proposes to. The same by the same officer again changes nothing.</summary>
    /// <exception cref="RefusedException"><c>incident-not-found</c>, <c>closing-malformed</c>, <c>incident-closed</c>, <c>incident-clock-running</c>: a notice was neither sent nor
    /// waived; <c>notice-incomplete</c>: something was said to follow; <c>closing-not-possible</c>: another closing waits; <c>own-incident</c>.</exception>
    public async Task<IncidentState> ProposeAsync(OfficerId officer, IncidentId incident, IncidentClosing closing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(closing);
        closing.Check();
        string actor = $"officer:{officer}";
        IncidentState state = await incidents.GetAsync(incident, cancellationToken);
        state.RefuseConcerned(officer);
        if (await FindRepeatedAsync(state, actor, closing, cancellationToken) is { } repeated)
            return await SettleAsync(repeated, actor, cancellationToken);
        // How bad it is, and which clocks run, as the ledgers say now.
        CheckPossible(await watch.LookAsync(state, cancellationToken));
        SealedWords said = await words.SealAsync(state.Opened.Case, "closing", closing.ToText(), actor, cancellationToken);
        CommandId command = CommandId.Derive("close-incident", incident.ToString(), said.Item.ToString());
        IncidentState after = (await incidents.AppendAsync(incident, actor, command, newest =>
        {
            CheckPossible(newest!);
            return newest!.Severity == IncidentSeverity.High
                ? [new ClosingProposed { Command = command, Words = said }]
                : [new IncidentClosed { Command = command, Words = said, Reasons = null }];
        }, cancellationToken))!;
        return await SettleAsync(after, actor, cancellationToken);
    }

    /// <summary>Another officer closes what was proposed under that number. The same officer again changes nothing.</summary>
    /// <exception cref="RefusedException"><c>incident-not-found</c>, <c>reasons-required</c>, <c>own-closing</c>, <c>own-incident</c>, <c>incident-closed</c>, <c>closing-not-possible</c>: no such closing
    /// waits; <c>incident-clock-running</c>, <c>notice-incomplete</c>: something came up since.</exception>
    public Task<IncidentState> ApproveAsync(OfficerId officer, IncidentId incident, int closing, string reasons, CancellationToken cancellationToken) =>
        DecideAsync(officer, incident, closing, reasons, approves: true, cancellationToken);

    /// <summary>Another officer does not close it; it stays open.</summary>
    /// <exception cref="RefusedException"><c>incident-not-found</c>, <c>reasons-required</c>, <c>own-closing</c>, <c>own-incident</c>, <c>incident-closed</c>, <c>closing-not-possible</c>.</exception>
    public Task<IncidentState> RejectAsync(OfficerId officer, IncidentId incident, int closing, string reasons, CancellationToken cancellationToken) =>
        DecideAsync(officer, incident, closing, reasons, approves: false, cancellationToken);

    private async Task<IncidentState> DecideAsync(OfficerId officer, IncidentId incident, int closing, string reasons, bool approves, CancellationToken cancellationToken)
    {
        ApproveDisclosure.CheckReasons(reasons);
        string actor = $"officer:{officer}";
        IncidentState state = await incidents.GetAsync(incident, cancellationToken);
        if (approves && state.IsClosed && state.Closings == closing && state.ClosedBy == actor && state.Closed!.Reasons is not null)
            return await SettleAsync(state, actor, cancellationToken);
        state.RefuseConcerned(officer);
        state = await watch.LookAsync(state, cancellationToken);
        CheckDecision(state);
        SealedWords why = await words.SealAsync(state.Opened.Case, approves ? "approval" : "rejection", reasons, actor, cancellationToken);
        CommandId command = CommandId.Derive("decide-closing", incident.ToString(), why.Item.ToString());
        SealedWords proposed = state.Closing!.Words;
        IncidentState after = (await incidents.AppendAsync(incident, actor, command, newest =>
        {
            CheckDecision(newest!);
            return approves
                ? [new IncidentClosed { Command = command, Words = proposed, Reasons = why }]
                : [new ClosingRejected { Command = command, Reasons = why }];
        }, cancellationToken))!;
        return await SettleAsync(after, actor, cancellationToken);

        void CheckDecision(IncidentState at)
        {
            DraftNotice.RefuseClosed(at);
            // Reasons are given for what was read.
            if (at.Closing is null || at.Closings != closing)
                throw NotPossible("No closing of that number waits for an answer. Look at the incident to see which does.");
            if (at.ClosingBy == actor)
                throw new RefusedException("own-closing", "An incident of high severity is closed by another officer than the one who proposed that.");
            if (approves)
                CheckNotices(at);
        }
    }

    // The incident's own ledger says that it is closed; where this is interrupted the watch ends it.
    private async Task<IncidentState> SettleAsync(IncidentState state, string actor, CancellationToken cancellationToken)
    {
        if (!state.IsClosed)
            return state;
        await register.SettleAsync(actor, state.Incident, cancellationToken);
        try
        {
            if (state.Opened.Case is { } @case)
                await queue.WakeAsync(@case, ledgerLength: 0, CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            // It is closed, and no case waits longer than a day.
        }

        return state;
    }

    private async Task<IncidentState?> FindRepeatedAsync(IncidentState state, string actor, IncidentClosing closing, CancellationToken cancellationToken)
    {
        SealedWords? said = state.ClosingBy == actor ? state.Closing!.Words : state.ClosedBy == actor && state.Closed!.Reasons is null ? state.Closed.Words : null;
        return said is not null && await words.HoldsAsync(said, closing.ToText(), cancellationToken) ? state : null;
    }

    private static void CheckPossible(IncidentState state)
    {
        DraftNotice.RefuseClosed(state);
        if (state.Closing is not null)
            throw NotPossible("A closing is proposed already: another officer approves or rejects it.");
        CheckNotices(state);
    }

    private static void CheckNotices(IncidentState state)
    {
        if (state.Clocks.Find(one => !one.IsStopped) is { } running)
            throw new RefusedException("incident-clock-running", $"The notice {running.Started.Clock} was neither sent nor waived ({running.Started.Citation}).");
        if (state.Clocks.Find(one => one.WaivedUntil is not null) is { } delayed)
            throw new RefusedException("incident-clock-running", $"The notice {delayed.Started.Clock} is put off until {delayed.WaivedUntil:yyyy-MM-dd}, and who is owed it would be forgotten with the incident.");
        foreach (IGrouping<string, IncidentNotice> notices in state.Notices.Where(one => one.Sent is not null).GroupBy(one => one.Clock))
        {
            if (!notices.Last().Drafted.IsComplete)
                throw new RefusedException("notice-incomplete", $"The last notice {notices.Key} said that more would follow. Send it first.");
        }
    }

    private static RefusedException NotPossible(string detail) => new("closing-not-possible", detail);
}
