using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Review;

namespace Rogatory.Core.Retention;

/// <summary>An officer proposes to erase items, or all that a case holds. Nothing is erased until another approves.</summary>
public sealed class ProposeErasure(RecordRetention record, PolicySet policy, TimeProvider time)
{
    /// <summary>Proposes it. That bodies are still immutable stands in no way: keys go, and bodies when they may.</summary>
    /// <param name="officer">Who proposes.</param>
    /// <param name="case">The case.</param>
    /// <param name="items">What is to be erased, each with what is derived from it; none for all that the case holds.</param>
    /// <param name="ground">The ground's code.</param>
    /// <param name="citation">The article relied on.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="cancellationToken">Stops before it is recorded.</param>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>erasure-malformed</c>, <c>reasons-required</c>, <c>item-not-found</c>, <c>item-held</c>,
    /// <c>item-erased</c>, <c>erasure-not-possible</c>: the request goes only with a case that is decided, or nothing is left.</exception>
    public async Task<ErasureState> RunAsync(
        OfficerId officer, CaseId @case, IReadOnlyList<ItemId> items, ErasureGround ground, string citation, string reasons, CancellationToken cancellationToken)
    {
        Citation.Check(citation, "erasure-malformed");
        if (items.Count > PlaceHold.MostItems || items.Distinct().Count() != items.Count)
            throw RefusedException.Malformed("erasure-malformed", "/items", "Name at most 200 items, each once; or none for the whole case.");
        string actor = $"officer:{officer}";
        ErasureState? FindAlike(CaseState state) => state.Retention.Erasures.LastOrDefault(one => one.Step == ErasureStep.Proposed && one.ProposedBy == actor
            && one.Proposal.Ground == ground && one.Proposal.Citation == citation && one.Proposal.Items.SequenceEqual(items));

        CaseState after = await record.RunAsync(officer, @case, "erasure", reasons, state => FindAlike(state)?.Proposal.Reasons, (state, command, words) =>
        {
            PlaceHold.CheckSealed(state, items);
            var proposal = new ErasureProposed
            {
                Command = command,
                Erasure = state.Retention.Erasures.Count + 1,
                Items = items,
                Ground = ground,
                Citation = citation,
                Reasons = words,
                LapseAt = time.GetUtcNow() + policy.LimitOf("home.erasure-lapse"),
            };
            ErasureCheck.RefuseImpossible(state, new ErasureState { Proposal = proposal, ProposedBy = actor });
            return proposal;
        }, cancellationToken);
        return FindAlike(after)!;
    }
}
