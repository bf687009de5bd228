using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Retention;
using Rogatory.Core.Risk;

namespace Rogatory.Core.Incidents;

/// <summary>Takes measures against an incident from one place, each by the command that there is for it, and records that it was taken.</summary>
public sealed class ContainIncident(
    IncidentJournal incidents, IncidentWords words, CaseJournal journal, PartnerRegister partners, AuthorizeOfficer officers, WakeCases wake,
    ApproveDisclosure disclosures, PlaceHold holds, BeginRotation begin, AdvanceRotation rotation)
{
    /// <summary>Takes the measure, and records it. Whoever is interrupted between the two takes it again: each measure can be taken twice.</summary>
    /// <param name="officer">Who takes it.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="target">The measure, and what it is taken against.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="cancellationToken">Stops before the measure is taken.</param>
    /// <exception cref="RefusedException"><c>incident-not-found</c>, <c>incident-closed</c>, <c>own-incident</c>, <c>reasons-required</c>, <c>containment-malformed</c>: not exactly what the measure is taken
    /// against is named; and whatever the measure refuses with, such as <c>partner-not-found</c> or <c>key-version-in-use</c>.</exception>
    public async Task<IncidentState> RunAsync(OfficerId officer, IncidentId incident, ContainmentTarget target, string reasons, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.Check();
        ApproveDisclosure.CheckReasons(reasons);
        string actor = $"officer:{officer}";
        IncidentState state = await incidents.GetAsync(incident, cancellationToken);
        state.RefuseConcerned(officer);
        foreach (MeasureTaken alike in state.Measures.Where(target.IsOf))
        {
            if (await words.HoldsAsync(alike.Reasons, reasons, cancellationToken))
                return state;
        }

        DraftNotice.RefuseClosed(state);
        await TakeAsync(officer, target, reasons, cancellationToken);
        SealedWords why = await words.SealAsync(state.Opened.Case, "measure", reasons, actor, cancellationToken);
        CommandId command = CommandId.Derive("contain-incident", incident.ToString(), why.Item.ToString());
        return (await incidents.AppendAsync(incident, actor, command, newest =>
        {
            DraftNotice.RefuseClosed(newest!);
            return [target.ToEvent(command, why)];
        }, cancellationToken))!;
    }

    private Task TakeAsync(OfficerId officer, ContainmentTarget target, string reasons, CancellationToken cancellationToken) => target.Measure switch
    {
        ContainmentMeasure.SuspendPartner => SuspendAsync(officer, target.Partner!.Value, cancellationToken),
        ContainmentMeasure.SuspendOfficer => officers.SuspendAsync(officer, target.Officer!.Value, cancellationToken),
        ContainmentMeasure.WithdrawDisclosures => WithdrawAsync(officer, target.Case!.Value, reasons, cancellationToken),
        ContainmentMeasure.HoldErasure => holds.RunAsync(officer, target.Case!.Value, [], HoldGround.Inquiry, "LED art. 16(3), 30(5)", reasons, cancellationToken),
        ContainmentMeasure.RotateKeys => begin.RunAsync(officer, cancellationToken),
        ContainmentMeasure.DisableKeyVersion => rotation.DisableNowAsync(target.Key!, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };

    private async Task SuspendAsync(OfficerId officer, PartnerId partner, CancellationToken cancellationToken)
    {
        await partners.SuspendAsync(officer, partner, cancellationToken);
        await wake.RunAsync(partner, cancellationToken);
    }

    // What was handed out is beyond withdrawing: it is recalled, disclosure by disclosure, by an officer who says how.
    private async Task WithdrawAsync(OfficerId officer, CaseId @case, string reasons, CancellationToken cancellationToken)
    {
        foreach (DisclosureState one in (await journal.GetAsync(@case, cancellationToken)).Disclosures.Where(one => one.IsUnderWay && !one.HasLeftUs))
        {
            try
            {
                await disclosures.WithdrawAsync(officer, one.Id, reasons, cancellationToken);
            }
            catch (RefusedException meanwhile) when (meanwhile.Slug == "disclosure-not-possible")
            {
                // It ended, or was handed out, since the case was read: the case says which.
            }
        }
    }
}
