using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>Records that a drafted notice was sent, once; sending it is the officer's.</summary>
public sealed class SendNotice(IncidentJournal incidents, TimeProvider time)
{
    /// <summary>Records it, and stops the clock. The same again changes nothing.</summary>
    /// <exception cref="RefusedException"><c>incident-not-found</c>, <c>incident-closed</c>, <c>own-incident</c>, <c>incident-notice-not-found</c>, <c>notice-sent-already</c>: with another digest,
    /// way or time; <c>notice-malformed</c>: the digest is not the draft's, or the time lies ahead or before the draft; <c>notice-superseded</c>;
    /// <c>delay-reasons-required</c>: it went after the clock had run out, and does not say why.</exception>
    public async Task<IncidentState> RunAsync(
        OfficerId officer, IncidentId incident, int number, string digest, NoticeChannel channel, DateTimeOffset? sentAt, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        CommandId command = CommandId.Derive("send-notice", incident.ToString(), $"{number}");
        (await incidents.GetAsync(incident, cancellationToken)).RefuseConcerned(officer);
        IncidentState after = (await incidents.AppendAsync(incident, $"officer:{officer}", command, newest =>
        {
            if (newest!.FindNotice(number) is { Sent: null })
                DraftNotice.RefuseClosed(newest);
            return Decide(newest, number, digest, channel, sentAt, now) is { } sent ? [sent with { Command = command }] : [];
        }, cancellationToken))!;

        // Another call of the same number may have been faster, with another way or time.
        Decide(after, number, digest, channel, sentAt, now);
        return after;
    }

    internal static RefusedException Superseded() => new("notice-superseded", "Another notice of this phase was sent meanwhile. Draft the next one.");

    private static NoticeSent? Decide(IncidentState state, int number, string digest, NoticeChannel channel, DateTimeOffset? sentAt, DateTimeOffset now)
    {
        IncidentNotice notice = state.FindNotice(number) ?? throw new RefusedException("incident-notice-not-found", "The incident has no notice of that number.");
        if (!string.Equals(notice.Drafted.Digest, digest, StringComparison.Ordinal))
            throw RefusedException.Malformed("notice-malformed", "/digest", "The digest is not that of the draft: what was sent is the draft as it is, or another draft.");
        if (notice.Sent is { } sent)
            return sent.Channel == channel && (sentAt is null || sent.SentAt == sentAt)
                ? null
                : throw new RefusedException("notice-sent-already", "The notice was sent already, by another way or at another time. More information goes in a notice of the next phase.");
        DateTimeOffset at = sentAt ?? now;
        if (at > now || at < Floor(notice.DraftedAt))
            throw RefusedException.Malformed("notice-malformed", "/sentAt", "A time between the draft and now is expected.");
        if (notice.Drafted.Phase != state.PhaseOf(notice.Drafted.Kind, notice.Drafted.Partner))
            throw Superseded();
        if (DraftNotice.IsLate(state, notice.Drafted.Kind, notice.Drafted.Partner, at) && !notice.Drafted.SaysWhyLate)
            throw DraftNotice.LateWithoutReasons();
        return new NoticeSent { Command = default, Number = number, Digest = digest, Channel = channel, SentAt = at.ToUniversalTime() };
    }

    // Ledgers know milliseconds, people minutes.
    private static DateTimeOffset Floor(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
}
