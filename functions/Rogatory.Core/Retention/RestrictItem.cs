using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Review;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Retention;

/// <summary>An officer restricts an item instead of erasing it, and another lifts that (LED art. 16(3)). The same sent twice is one.</summary>
public sealed class RestrictItem(CaseJournal journal, SealText sealText, TimeProvider time)
{
    /// <summary>Restricts: from here on the item goes to nobody, what holds it and was not handed out ends, and who has it is told.</summary>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>item-not-found</c>, <c>item-erased</c>, <c>reasons-required</c>,
    /// <c>correction-malformed</c>, <c>correction-not-possible</c>: it is restricted already.</exception>
    public Task<CaseState> RestrictAsync(
        OfficerId officer, CaseId @case, ItemId item, RestrictionGround ground, string citation, string reasons, CancellationToken cancellationToken) =>
        RecordAsync(
            officer, @case, reasons,
            new ItemRestricted { Command = default, Item = item, Citation = citation, Reasons = default, Ground = ground },
            at => at.Restrictions.GetValueOrDefault(item.ToString()),
            (at, _) =>
            {
                if (at.Corrections.IsRestrictedItself(item))
                    throw NotPossible();
            },
            cancellationToken);

    /// <summary>Lifts a restriction. Where accuracy was contested, somebody was informed before: the person, or the authority that the data came from.</summary>
    /// <param name="officer">Who lifts it: another than who restricted.</param>
    /// <param name="case">The case.</param>
    /// <param name="item">The item.</param>
    /// <param name="informed">Who was informed; null for nobody.</param>
    /// <param name="informedOn">The day on which they were; null with <paramref name="informed"/>.</param>
    /// <param name="citation">The article relied on.</param>
    /// <param name="reasons">Why, word for word.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>item-not-found</c>, <c>item-erased</c>, <c>reasons-required</c>, <c>correction-malformed</c>,
    /// <c>correction-not-possible</c>: it is not restricted; <c>own-restriction</c>, <c>person-not-informed</c>.</exception>
    public Task<CaseState> LiftAsync(
        OfficerId officer, CaseId @case, ItemId item, InformedParty? informed, DateOnly? informedOn, string citation, string reasons, CancellationToken cancellationToken)
    {
        if (informed is null != informedOn is null || informedOn > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))
            throw RefusedException.Malformed("correction-malformed", "/informedOn", "Who was informed goes with the day on which they were, which is not to come.");
        return RecordAsync(
            officer, @case, reasons,
            new ItemUnrestricted { Command = default, Item = item, Citation = citation, Reasons = default, Informed = informed, InformedOn = informedOn },
            at => at.IsRestrictedItself(item) ? null : at.Liftings.GetValueOrDefault(item.ToString()),
            (at, actor) => CheckLifting(at.Corrections.Restrictions.GetValueOrDefault(item.ToString()), actor, informed),
            cancellationToken);
    }

    /// <summary>The answer where what is to be corrected does not stand at that point.</summary>
    internal static RefusedException NotPossible() =>
        new("correction-not-possible", "The item is not at a point where this can be done. Look at the case to see where it stands.");

    /// <summary>Refuses to correct what is not there, or not any more.</summary>
    internal static void CheckThere(CaseState state, ItemId item)
    {
        if (state.Find(item) is null)
            throw new RefusedException("item-not-found", "The case holds no such item, or it is not sealed yet.");
        state.RefuseErased(item);
    }

    private static void CheckLifting(Correction<ItemRestricted>? restriction, string actor, InformedParty? informed)
    {
        if (restriction is null)
            throw NotPossible();
        if (restriction.By == actor)
            throw new RefusedException("own-restriction", "Another officer has to lift what you restricted.");
        if (restriction.Event.Ground == RestrictionGround.AccuracyContested && informed is null)
            throw new RefusedException("person-not-informed", "Before a restriction of contested data is lifted the person is informed, or the authority that the data came from (LED art. 16(3)): say who, and on which day.");
    }

    private async Task<CaseState> RecordAsync<TEvent>(
        OfficerId officer,
        CaseId @case,
        string reasons,
        TEvent wanted,
        Func<CorrectionState, Correction<TEvent>?> standing,
        Action<CaseState, string> check,
        CancellationToken cancellationToken)
        where TEvent : CorrectionEvent
    {
        ApproveDisclosure.CheckReasons(reasons);
        Citation.Check(wanted.Citation, "correction-malformed");
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        string actor = $"officer:{officer}";
        if (await IsRepeatedAsync(state))
            return state;
        Check(state);

        CommandId command = CommandId.Derive("correct", @case.ToString(), AttemptId.New().ToString());
        ItemSealed words = await sealText.RunAsync(state, "correction", reasons, command, cancellationToken);
        TEvent corrected = wanted with { Command = command, Reasons = words.Item };
        Snapshot<CaseState> after = await journal.AppendAsync(@case, actor, command, at =>
        {
            // It may have been made meanwhile, by this very call sent twice; that is seen below, where its reasons can be read.
            if (standing(at!.Corrections) != standing(state.Corrections) && IsAlike(standing(at.Corrections)))
                return [];
            Check(at);
            return [words, corrected];
        }, cancellationToken);
        return after.State!.Has(command) || await IsRepeatedAsync(after.State) ? after.State : throw NotPossible();

        void Check(CaseState at)
        {
            CheckThere(at, wanted.Item);
            check(at, actor);
        }

        bool IsAlike(Correction<TEvent>? made) =>
            made is not null && made.By == actor && made.Event with { Command = wanted.Command, Reasons = wanted.Reasons } == wanted;

        async Task<bool> IsRepeatedAsync(CaseState at) =>
            standing(at.Corrections) is { } made && IsAlike(made) && await sealText.HoldsAsync(at, made.Event.Reasons, reasons, cancellationToken);
    }
}
