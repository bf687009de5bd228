using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Retention;
using Rogatory.Core.Risk;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Flow;

/// <summary>The whole flow as one pure, total function. The interpreters that run it hold no rule.</summary>
public sealed class CaseDecider(TimeSpan abandonAfter)
{
    /// <summary>Nothing waits longer without looking.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>How long after its key envelope was made a request can still open its case. What is left of one that did not is destroyed a day later.</summary>
    public static readonly TimeSpan LongestOpening = TimeSpan.FromHours(1);

    /// <summary>What is due in a case.</summary>
    /// <param name="state">The case.</param>
    /// <param name="envelopes">The key envelopes that storage holds for it, whether or not the ledger names them.</param>
    /// <param name="rotation">The newest rotation of the key-encryption key; null before the first.</param>
    /// <param name="risk">What an assessment of risk rests on beside the case; null where that can't be read, so that nothing is assessed.</param>
    /// <param name="now">The instant to decide for.</param>
    public Decision Decide(CaseState state, IReadOnlyList<KeyEnvelopeFound> envelopes, KeyRotation? rotation, RiskSources? risk, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(envelopes);
        var due = new List<DueCommand>();
        DateTimeOffset lookAgainAt = now + LongestWait;

        if (state.Phase == CasePhase.AwaitingReceipt)
            due.Add(new DueCommand.IssueReceipt());

        foreach (Deadline deadline in state.Deadlines)
        {
            if (deadline.Due <= now)
                due.Add(new DueCommand.FlagDeadline(deadline));
            else
                lookAgainAt = Earlier(lookAgainAt, deadline.Due);
        }

        foreach (UploadState upload in state.Uploads.Values)
        {
            (DueCommand? ofIt, DateTimeOffset? next) = UploadDecider.Decide(state, upload, now);
            if (ofIt is not null)
                due.Add(ofIt);
            lookAgainAt = Earlier(lookAgainAt, next ?? lookAgainAt);
        }

        foreach (DisclosureState disclosure in state.Disclosures)
        {
            (IReadOnlyList<DueCommand> ofIt, DateTimeOffset? next) = DisclosureDecider.Decide(disclosure, now);
            due.AddRange(ofIt);
            lookAgainAt = Earlier(lookAgainAt, next ?? lookAgainAt);
        }

        (IReadOnlyList<DueCommand> ofRetention, DateTimeOffset? nextOfRetention) = RetentionDecider.Decide(state, envelopes, now);
        due.AddRange(ofRetention);
        lookAgainAt = Earlier(lookAgainAt, nextOfRetention ?? lookAgainAt);

        foreach (NoticeState notice in state.Corrections.Notices)
        {
            (DueCommand? ofIt, DateTimeOffset? next) = NoticeDecider.Decide(notice, now);
            if (ofIt is not null)
                due.Add(ofIt);
            lookAgainAt = Earlier(lookAgainAt, next ?? lookAgainAt);
        }

        bool rotates = false;
        HashSet<SealedPath> counting = [.. envelopes.Where(one => one.Rotation == state.RotationOf(one.Path.Item)).Select(one => one.Path)];
        foreach (KeyEnvelopeFound envelope in envelopes)
        {
            if (RetentionDecider.MustGo(state, envelope))
            {
                due.Add(new DueCommand.EraseEnvelope(envelope.Path, envelope.Rotation));
                continue;
            }

            if (state.Find(envelope.Path.Item)?.Attempt == envelope.Path.Attempt)
            {
                if (RotationDecider.Decide(state, envelope, counting.Contains(envelope.Path), rotation) is not { } ofIt)
                    continue;
                if (ofIt is DueCommand.RotateKeys)
                    rotates = true;
                else
                    due.Add(ofIt);
                continue;
            }

            // One of an upload is made before its body is admitted, which may take hours.
            if (state.Uploads.GetValueOrDefault(envelope.Path.Attempt.ToString())?.Step == UploadStep.Completed)
                continue;
            if (state.Disclosures.FirstOrDefault(one => one.Names(envelope.Path.Item, envelope.Path.Attempt)) is { } disclosure)
            {
                // A release that was slow to end can leave one, and its copy, after the disclosure was over.
                if (disclosure.CopiesRemoved)
                    due.Add(new DueCommand.RemoveCopies(disclosure.Id));
                continue;
            }

            if (state.Abandoned.Contains(envelope.Path.Attempt.ToString()))
                due.Add(new DueCommand.DestroyEnvelope(envelope.Path, envelope.Rotation));
            else if (envelope.CreatedAt + abandonAfter <= now)
                due.Add(new DueCommand.AbandonAttempt(envelope.Path));
            else
                lookAgainAt = Earlier(lookAgainAt, envelope.CreatedAt + abandonAfter);
        }

        if (RiskDecider.Decide(state, risk, now) is { } assess)
            due.Add(assess);
        lookAgainAt = Earlier(lookAgainAt, RiskDecider.LookAgainAt(state, risk, now) ?? lookAgainAt);

        // Last: where a version is disabled these stop, and nothing else is to wait for that.
        if (rotates)
            due.Add(new DueCommand.RotateKeys());
        due.AddRange(ClassificationDecider.Decide(state));
        // What takes long may be done elsewhere, and lost there: in time it is looked whether it was done.
        return new Decision(due, Earlier(lookAgainAt, due.Exists(one => one is DueCommand.ClassifyItem) ? now + abandonAfter : lookAgainAt));
    }

    /// <summary>What is due where storage holds key envelopes for a case that has no ledger: its opening crashed, or is under way.</summary>
    /// <param name="envelopes">The key envelopes.</param>
    /// <param name="now">The instant to decide for.</param>
    public static Decision DecideUnopened(IReadOnlyList<KeyEnvelopeFound> envelopes, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        // Without a ledger nothing can be declared abandoned first, so this waits until no opening can still come to its end.
        DateTimeOffset before = now - LongestOpening - LongestWait;
        return new Decision(
            [.. envelopes.Where(one => one.CreatedAt <= before).Select(one => new DueCommand.DestroyEnvelope(one.Path, one.Rotation))],
            now + LongestWait);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
