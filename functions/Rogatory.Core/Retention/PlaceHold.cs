using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Review;

namespace Rogatory.Core.Retention;

/// <summary>An officer places a legal hold on items, or on the whole case: nothing that it covers is erased while it stands.</summary>
public sealed class PlaceHold(RecordRetention record)
{
    /// <summary>The most items that one hold or one erasure can name.</summary>
    public const int MostItems = 200;

    /// <summary>Places it. From then on no erasure of what it covers begins; storage is made to hold the bodies right after.</summary>
    /// <param name="officer">Who places it.</param>
    /// <param name="case">The case.</param>
    /// <param name="items">What it covers, each with what is derived from it; none for the whole case, and what comes to it.</param>
    /// <param name="ground">On what ground.</param>
    /// <param name="citation">The article relied on.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="cancellationToken">Stops before it is recorded.</param>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>hold-malformed</c>, <c>reasons-required</c>, <c>item-not-found</c>,
    /// <c>item-erased</c>: an erasure that has begun can't be held any more.</exception>
    public async Task<HoldState> RunAsync(
        OfficerId officer, CaseId @case, IReadOnlyList<ItemId> items, HoldGround ground, string citation, string reasons, CancellationToken cancellationToken)
    {
        Citation.Check(citation, "hold-malformed");
        if (items.Count > MostItems || items.Distinct().Count() != items.Count)
            throw RefusedException.Malformed("hold-malformed", "/items", "Name at most 200 items, each once; or none for the whole case.");
        string actor = $"officer:{officer}";
        HoldState? FindAlike(CaseState state) => state.Retention.Holds.LastOrDefault(one => one.Stands && one.PlacedBy == actor
            && one.Placed.Ground == ground && one.Placed.Citation == citation && one.Placed.Items.SequenceEqual(items));

        CaseState after = await record.RunAsync(officer, @case, "hold", reasons, state => FindAlike(state)?.Placed.Reasons, (state, command, words) =>
        {
            CheckSealed(state, items);
            foreach (ItemId item in items)
                state.RefuseErased(item);
            return new HoldPlaced
            {
                Command = command,
                Hold = state.Retention.Holds.Count + 1,
                Items = items,
                Ground = ground,
                Citation = citation,
                Reasons = words,
            };
        }, cancellationToken);
        return FindAlike(after)!;
    }

    internal static void CheckSealed(CaseState state, IReadOnlyList<ItemId> items)
    {
        if (items.Any(item => state.Find(item) is null))
            throw new RefusedException("item-not-found", "The case holds no such item, or it is not sealed yet.");
    }
}
