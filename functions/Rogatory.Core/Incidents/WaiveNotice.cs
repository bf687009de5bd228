using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Review;

namespace Rogatory.Core.Incidents;

/// <summary>An officer says why a notice is not sent, on a ground that the article knows, with sealed reasons.</summary>
public sealed class WaiveNotice(IncidentJournal incidents, IncidentWords words, WatchIncidents watch)
{
    /// <summary>Records it, and stops the clock. The same by the same officer again changes nothing.</summary>
    /// <exception cref="RefusedException"><c>incident-not-found</c>, <c>incident-closed</c>, <c>own-incident</c>, <c>waiver-malformed</c>, <c>reasons-required</c>,
    /// <c>waiver-not-possible</c>: the article knows no such exception, there is nothing to waive, or the ledgers say otherwise.</exception>
    public async Task<IncidentState> RunAsync(
        OfficerId officer, IncidentId incident, NoticeKind kind, PartnerId? partner, WaiverGround ground, string citation, string reasons, CancellationToken cancellationToken)
    {
        if (DraftNotice.NamesPartnerAmiss(kind, partner))
            throw RefusedException.Malformed("waiver-malformed", "/partner", DraftNotice.PartnerWanted);
        Citation.Check(citation, "waiver-malformed");
        ApproveDisclosure.CheckReasons(reasons);
        string actor = $"officer:{officer}";
        IncidentState state = await incidents.GetAsync(incident, cancellationToken);
        state.RefuseConcerned(officer);
        foreach (NoticeWaived alike in state.Waivers.Where(one => one.Kind == kind && one.Partner == partner && one.Ground == ground && one.Citation == citation))
        {
            if (await words.HoldsAsync(alike.Reasons, reasons, cancellationToken))
                return state;
        }

        // On what the ledgers say now.
        Check(await watch.LookAsync(state, cancellationToken), kind, partner, ground);
        SealedWords why = await words.SealAsync(state.Opened.Case, "waiver", reasons, actor, cancellationToken);
        CommandId command = CommandId.Derive("waive-notice", incident.ToString(), why.Item.ToString());
        return (await incidents.AppendAsync(incident, actor, command, newest =>
        {
            Check(newest!, kind, partner, ground);
            return [new NoticeWaived { Command = command, Kind = kind, Partner = partner, Ground = ground, Citation = citation, Reasons = why }];
        }, cancellationToken))!;
    }

    private static void Check(IncidentState state, NoticeKind kind, PartnerId? partner, WaiverGround ground)
    {
        DraftNotice.RefuseClosed(state);
        if (!IsKnown(kind, ground))
            throw NotPossible("The article knows no such exception for this notice.");
        if (state.Find(IncidentDecider.ClockOf(kind, partner)) is not { IsStopped: false })
            throw NotPossible("No clock runs for this notice: it never began, or a notice was sent, or it was waived already.");
        if (Contradicts(ground, partner, state.Effects, state.Opened))
            throw NotPossible("The ledgers say otherwise: keys to the data have left us or are in wrong hands, or an officer read them; or data concerned came from the partner, or went to it.");
    }

    /// <summary>Whether what is on record says otherwise than the ground.</summary>
    internal static bool Contradicts(WaiverGround ground, PartnerId? partner, EffectsFound? effects, IncidentOpened opened) => ground switch
    {
        WaiverGround.Unintelligible => opened.Cause == IncidentCause.KeyCompromised || effects?.Keys.Count > 0 || effects?.Facts.Contains("read") == true,
        WaiverGround.NotConcerned => effects?.Partners.Any(one => one.Partner == partner) == true,
        _ => false,
    };

    private static bool IsKnown(NoticeKind kind, WaiverGround ground) => ground switch
    {
        WaiverGround.NoBreach => true,
        WaiverGround.RiskUnlikely => kind is NoticeKind.SupervisoryAuthority or NoticeKind.TransferringParty,
        WaiverGround.NotConcerned => kind is NoticeKind.PartnerController or NoticeKind.TransferringParty,
        _ => kind == NoticeKind.PersonsConcerned,
    };

    private static RefusedException NotPossible(string detail) => new("waiver-not-possible", detail);
}
