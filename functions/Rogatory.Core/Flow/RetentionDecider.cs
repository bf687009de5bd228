using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Flow;

/// <summary>What is due of holds, dates and erasures: the part of <see cref="CaseDecider"/> for them, as pure and as total. No date erases anything.</summary>
internal static class RetentionDecider
{
    /// <summary>What is due at the instant, and when to look again; null when nothing will come by itself.</summary>
    public static (IReadOnlyList<DueCommand> Due, DateTimeOffset? LookAgainAt) Decide(
        CaseState state, IReadOnlyList<KeyEnvelopeFound> envelopes, DateTimeOffset now)
    {
        List<DueCommand> due = [];
        List<DateTimeOffset> later = [];
        if (SettleHolds.IsDue(state))
            due.Add(new DueCommand.SettleHolds());
        if (state.Phase is CasePhase.Accepted or CasePhase.Refused && state.Retention.Review is null)
            due.Add(new DueCommand.SetDates());
        if (!state.Retention.IsAllErased)
        {
            MarkDate(RetentionDateKind.Review, state.Retention.Review);
            MarkDate(RetentionDateKind.Erasure, state.Retention.Erasure);
        }

        foreach (ErasureState erasure in state.Retention.Erasures)
        {
            if (erasure.Step == ErasureStep.Proposed && erasure.Proposal.LapseAt > now)
                later.Add(erasure.Proposal.LapseAt);
            else
                due.AddRange(Erase(state, erasure, envelopes));
        }

        return (due, later.Count == 0 ? null : later.Min());

        void MarkDate(RetentionDateKind kind, RetentionDateState? date)
        {
            if (date is null or { IsOverdue: true })
                return;
            if (date.Date.At <= now)
                due.Add(new DueCommand.MarkDate(kind, date.Date.At, IsPassed: true));
            else if (date.IsReminded || date.Date.RemindAt > now)
                later.Add(date.IsReminded ? date.Date.At : date.Date.RemindAt);
            else
                due.Add(new DueCommand.MarkDate(kind, date.Date.At, IsPassed: false));
        }
    }

    /// <summary>Whether the envelope is of an item whose erasure has begun, however it came back, and is none that a disclosure's end removes.</summary>
    public static bool MustGo(CaseState state, KeyEnvelopeFound envelope) =>
        state.Retention.IsGone(envelope.Path.Item) && !state.Disclosures.Exists(one => one.Names(envelope.Path.Item, envelope.Path.Attempt));

    private static IEnumerable<DueCommand> Erase(CaseState state, ErasureState erasure, IReadOnlyList<KeyEnvelopeFound> envelopes) => erasure.Step switch
    {
        ErasureStep.Proposed => [new DueCommand.LapseErasure(erasure.Number)],
        ErasureStep.Approved => ErasureCheck.ItemsOf(state, erasure) is { Count: > 0 } items && !items.Any(item => ErasureCheck.IsKept(state, item))
            ? [new DueCommand.BeginErasure(erasure.Number)]
            : [],
        ErasureStep.Begun when CertifyErasure.IsDue(state, erasure) && envelopes.All(one => !erasure.Covers(one.Path.Item)) =>
            [new DueCommand.CertifyErasure(erasure.Number)],
        // What a partner fetched it can fetch again until it expires; not what is erased here.
        ErasureStep.Begun => state.Disclosures
            .Where(one => one is { Step: DisclosureStep.Fetched, CopiesRemoved: false } && one.Proposal.Items.Any(erasure.Covers))
            .Select(one => new DueCommand.RemoveCopies(one.Id)),
        _ => [],
    };
}
