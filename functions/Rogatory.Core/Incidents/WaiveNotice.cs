using System.Text.RegularExpressions;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Review;

namespace Rogatory.Core.Incidents;

/// <summary>An officer says why a notice is not sent, on a ground that the article knows, with sealed reasons.</summary>
public sealed partial class WaiveNotice(IncidentJournal incidents, IncidentWords words, WatchIncidents watch, TimeProvider time)
{
    private const int MostDays = 366;

    /// <summary>Records it, and stops the clock. The same by the same officer again changes nothing.</summary>
    /// <exception cref="RefusedException"><c>incident-not-found</c>, <c>incident-closed</c>, <c>own-incident</c>, <c>waiver-malformed</c>, <c>reasons-required</c>,
    /// <c>waiver-not-possible</c>: the article knows no such exception, there is nothing to waive, or the ledgers say otherwise.</exception>
    public async Task<IncidentState> RunAsync(
        OfficerId officer, IncidentId incident, NoticeWaiver waiver, string reasons, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(waiver);
        CheckForm(waiver);
        ApproveDisclosure.CheckReasons(reasons);
        string actor = $"officer:{officer}";
        IncidentState state = await incidents.GetAsync(incident, cancellationToken);
        state.RefuseConcerned(officer);
        foreach (NoticeWaived alike in state.Waivers.Where(one => new NoticeWaiver(one.Kind, one.Partner, one.Ground, one.Citation, one.Until) == waiver))
        {
            if (await words.HoldsAsync(alike.Reasons, reasons, cancellationToken))
                return state;
        }

        // On what the ledgers say now.
        Check(await watch.LookAsync(state, cancellationToken), waiver);
        SealedWords why = await words.SealAsync(state.Opened.Case, "waiver", reasons, actor, cancellationToken);
        CommandId command = CommandId.Derive("waive-notice", incident.ToString(), why.Item.ToString());
        return (await incidents.AppendAsync(incident, actor, command, newest =>
        {
            Check(newest!, waiver);
            return
            [
                new NoticeWaived
                {
                    Command = command, Kind = waiver.Kind, Partner = waiver.Partner, Ground = waiver.Ground, Citation = waiver.Citation, Until = waiver.Until, Reasons = why,
                },
            ];
        }, cancellationToken))!;
    }

    private void CheckForm(NoticeWaiver waiver)
    {
        if (DraftNotice.NamesPartnerAmiss(waiver.Kind, waiver.Partner))
            throw RefusedException.Malformed("waiver-malformed", "/partner", DraftNotice.PartnerWanted);
        Citation.Check(waiver.Citation, "waiver-malformed");
        if (waiver.Ground != WaiverGround.Restricted)
        {
            if (waiver.Until is not null)
                throw RefusedException.Malformed("waiver-malformed", "/until", "A day is for a restriction; any other ground holds for good, or until the ledgers say otherwise.");
            return;
        }

        if (!RestrictionPoint().IsMatch(waiver.Citation))
            throw RefusedException.Malformed("waiver-malformed", "/citation", "A restriction rests on one of the grounds of LED art. 13(3): name it, from LED art. 13(3)(a) to LED art. 13(3)(e).");
        DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (waiver.Until is not { } until || until <= today || until > today.AddDays(MostDays))
            throw RefusedException.Malformed("waiver-malformed", "/until", "A restriction names the day on which it is looked at again, within a year: from then on the clock runs again.");
    }

    private static void Check(IncidentState state, NoticeWaiver waiver)
    {
        DraftNotice.RefuseClosed(state);
        if (!IsKnown(waiver.Kind, waiver.Ground) || (waiver.Ground == WaiverGround.Restricted && state.Opened.Regime != LawRegime.Led))
            throw NotPossible("The article knows no such exception for this notice.");
        // What was put off may still be waived for good, or put off until another day.
        if (state.Find(IncidentDecider.ClockOf(waiver.Kind, waiver.Partner)) is not ({ IsStopped: false } or { WaivedUntil: not null }))
            throw NotPossible("No clock runs for this notice: it never began, or a notice was sent, or it was waived already.");
        if (Contradicts(waiver.Ground, waiver.Partner, state.Effects, state.Opened))
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

    [GeneratedRegex(@"\ALED art\. 13\(3\)\([a-e]\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RestrictionPoint();

    private static RefusedException NotPossible(string detail) => new("waiver-not-possible", detail);
}
