using System.Text;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Incidents;

/// <summary>Drafts a notice from the facts and what an officer says, seals it, and records its digest.</summary>
public sealed class DraftNotice(IncidentJournal incidents, FindAffected affected, IncidentWords words, PartnerRegister partners, PolicySet policy, HomeAuthority home, Space space, TimeProvider time)
{
    internal const string PartnerWanted = "A partner is named for a notice to a partner-controller or a transferring-party, and for no other.";

    /// <summary>The most characters that a text of a notice can have.</summary>
    public const int MostText = 5_000;

    private readonly IncidentPolicy _policy = policy.Incidents ?? throw new PolicyException("Incidents.incidents.json", "there is no pack of incidents");

    /// <summary>Drafts it. The same again, while it is not sent, is the same draft.</summary>
    /// <exception cref="RefusedException"><c>incident-not-found</c>, <c>incident-closed</c>, <c>own-incident</c>, <c>notice-malformed</c>, <c>partner-not-concerned</c>,
    /// <c>delay-reasons-required</c>: the clock has run out; <c>notice-superseded</c>: another of this phase was sent at the same time.</exception>
    public async Task<(IncidentNotice Notice, NoticeDocument Document)> RunAsync(OfficerId officer, IncidentId incident, NoticeDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Check(draft);
        string actor = $"officer:{officer}";
        IncidentState state = await incidents.GetAsync(incident, cancellationToken);
        RefuseClosed(state);
        state.RefuseConcerned(officer);
        AffectedMaterial found = await affected.RunAsync(state, draft.Partner, cancellationToken);
        if (draft.Partner is { } partner && !found.Partners.ContainsKey(partner.ToString()) && state.Opened.Partner != partner
            && state.Effects?.Partners.Any(one => one.Partner == partner) != true)
            throw new RefusedException("partner-not-concerned", "Nothing of what is affected came from the partner or was handed to it.");
        if (IsLate(state, draft.Kind, draft.Partner, time.GetUtcNow()) && draft.DelayReasons is null)
            throw LateWithoutReasons();

        string? name = draft.Partner is { } to ? (await partners.ReadAsync(cancellationToken)).Find(to)?.Entry.Authority : null;
        NoticeDocument document = NoticeDocument.Of(state, draft, name, found, _policy, home, space);
        if (FindAlike(state) is { } same)
            return (same, document);
        SealedWords sealedDocument = await words.SealAsync(state.Opened.Case, "notice", Encoding.UTF8.GetString(document.Bytes), actor, cancellationToken);
        CommandId command = CommandId.Derive("draft-notice", incident.ToString(), document.Digest);
        IncidentState after = (await incidents.AppendAsync(incident, actor, command, newest =>
        {
            RefuseClosed(newest!);
            if (newest!.PhaseOf(draft.Kind, draft.Partner) != state.PhaseOf(draft.Kind, draft.Partner))
                throw SendNotice.Superseded();
            return FindAlike(newest!) is not null ? [] :
            [
                new NoticeDrafted
                {
                    Command = command,
                    Number = newest!.Notices.Count + 1,
                    Kind = draft.Kind,
                    Partner = draft.Partner,
                    Phase = state.PhaseOf(draft.Kind, draft.Partner),
                    Digest = document.Digest,
                    Document = sealedDocument,
                    IsComplete = document.IsComplete,
                    SaysWhyLate = document.SaysWhyLate,
                },
            ];
        }, cancellationToken))!;
        return (FindAlike(after) ?? throw new StorageUnavailableException("ledger"), document);

        IncidentNotice? FindAlike(IncidentState at) => at.Notices.FindLast(one => one.Sent is null && one.Drafted.Digest == document.Digest);
    }

    /// <summary>Whether the clock that waits for such a notice has run out, and nothing was sent.</summary>
    internal static bool IsLate(IncidentState state, NoticeKind kind, PartnerId? partner, DateTimeOffset now) =>
        state.Find(IncidentDecider.ClockOf(kind, partner)) is { IsStopped: false } clock && clock.Started.Due <= now;

    internal static RefusedException LateWithoutReasons() =>
        new("delay-reasons-required", "The clock has run out: a notice that is late gives the reasons for the delay (LED art. 30(1), GDPR art. 33(1)). Draft it with them.");

    internal static void RefuseClosed(IncidentState state)
    {
        if (state.IsClosed)
            throw new RefusedException("incident-closed", "The incident is closed: nothing more is recorded of it.");
    }

    internal static bool NamesPartnerAmiss(NoticeKind kind, PartnerId? partner) =>
        partner is null == kind is NoticeKind.PartnerController or NoticeKind.TransferringParty;

    private static void Check(NoticeDraft draft)
    {
        if (NamesPartnerAmiss(draft.Kind, draft.Partner))
            throw RefusedException.Malformed("notice-malformed", "/partner", PartnerWanted);
        CheckText("/consequences", draft.Consequences);
        CheckText("/measures", draft.Measures);
        CheckText("/plainWords", draft.PlainWords);
        CheckText("/contactPoint", draft.ContactPoint);
        CheckText("/restrictions", draft.Restrictions);
        CheckText("/delayReasons", draft.DelayReasons);
        if (draft.Persons is < 0)
            throw RefusedException.Malformed("notice-malformed", "/persons", "A number of persons is expected.");
        if (draft.PlainWords is not null && draft.Kind != NoticeKind.PersonsConcerned)
            throw RefusedException.Malformed("notice-malformed", "/plainWords", "Plain words are for the persons concerned.");
        if (draft.Restrictions is not null && draft.Kind != NoticeKind.TransferringParty)
            throw RefusedException.Malformed("notice-malformed", "/restrictions", "Conditions on passing the notice on are for a transferring party.");
    }

    private static void CheckText(string pointer, string? text)
    {
        if (text is not null && (text.Trim().Length is < 3 or > MostText || !RequestText.IsClean(text, prose: true)))
            throw RefusedException.Malformed("notice-malformed", pointer, "A text of 3 to 5,000 characters is expected, none of them a control character; leave it out where it is not known yet.");
    }
}
