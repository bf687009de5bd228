using Rogatory.Core.Case;
using Rogatory.Core.Incidents;

namespace Rogatory.Core.Disclosure;

/// <summary>Records what a patrol found of a copy that a partner can collect.</summary>
public sealed class CopyOutcome(CaseJournal journal, OpenIncident incidents, TimeProvider time)
{
    private const string Actor = "system:patrol";

    /// <summary>Says that the whole copy is what was released.</summary>
    public Task PassAsync(DisclosureId disclosure, ItemId item, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("check-copy", disclosure.ToString(), item.ToString());
        var passed = new CopyChecked { Command = command, Disclosure = disclosure, Item = item };
        return journal.AppendAsync(disclosure.Case, Actor, command, newest =>
            newest!.Find(disclosure)!.Apply(passed, Actor) is null ? [] : [passed], cancellationToken);
    }

    /// <summary>
    /// Opens an incident and ends the partner's access; the flow then destroys copies and key envelopes. What was handed out before stays handed
    /// out: an altered body can't be opened, so nothing wrong was sent by it, and whether to recall is for an officer (LED art. 7(3)).
    /// </summary>
    /// <returns>False when the partner can't collect any more, so that nothing has to be there.</returns>
    public async Task<bool> FailAsync(DisclosureId disclosure, ItemId item, CopyFault fault, CancellationToken cancellationToken)
    {
        if (!IsOpen(await journal.GetAsync(disclosure.Case, cancellationToken), disclosure))
            return false;
        await incidents.RunAsync(CauseOf(fault), disclosure.Case, item, cancellationToken);
        CommandId command = CommandId.Derive("fail-copy", disclosure.ToString());
        var failed = new CopyFailed { Command = command, Disclosure = disclosure, Item = item, Fault = fault };
        var ended = new DisclosureEnded { Command = command, Disclosure = disclosure, Cause = DisclosureEnd.CopyMismatch };
        await journal.AppendAsync(disclosure.Case, Actor, command, newest =>
            !IsOpen(newest!, disclosure) ? [] : newest!.Find(disclosure)!.HasLeftUs ? [failed] : [failed, ended], cancellationToken);
        return true;
    }

    /// <summary>What an incident of it is about.</summary>
    public static IncidentCause CauseOf(CopyFault fault) => fault == CopyFault.Missing ? IncidentCause.CopyMissing : IncidentCause.CopyMismatch;

    private bool IsOpen(CaseState state, DisclosureId disclosure) =>
        state.Find(disclosure) is { } found && found.IsOpenAt(time.GetUtcNow()) && !found.Proposal.Items.Any(state.Retention.IsGone);
}
