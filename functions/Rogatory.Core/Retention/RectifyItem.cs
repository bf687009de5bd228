using System.Collections.Immutable;
using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Intake;
using Rogatory.Core.Review;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Core.Retention;

/// <summary>An officer says that an item is wrong, and what is right (LED art. 16(1)). The item stays as it is; from here on the two go together.</summary>
public sealed class RectifyItem(CaseJournal journal, SealText sealText, ItemVault vault)
{
    /// <summary>The most bytes that a correction can have.</summary>
    public const int MostBytes = 1 << 20;

    // Each lost race means that another rectification of the item succeeded.
    private const int MostRaces = 10;

    /// <summary>Seals the correction as <c>{item}.rectification-{number}</c> and records it; who has the item is told. The same sent twice is one.</summary>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>item-not-found</c>, <c>item-erased</c>, <c>reasons-required</c>,
    /// <c>correction-malformed</c>, <c>correction-not-possible</c>: the item is itself derived from another.</exception>
    public async Task<CaseState> RunAsync(
        OfficerId officer, CaseId @case, ItemId item, RectificationGround ground, string citation, string reasons, SentCorrection correction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(correction);
        ApproveDisclosure.CheckReasons(reasons);
        Citation.Check(citation, "correction-malformed");
        Check(correction);
        string actor = $"officer:{officer}";
        CommandId command = CommandId.Derive("correct", @case.ToString(), AttemptId.New().ToString());
        ItemSealed? words = null;
        for (int race = 0; race < MostRaces; race++)
        {
            CaseState state = await journal.GetAsync(@case, cancellationToken);
            CheckRectifiable(state, item);
            if (await IsRepeatedAsync(state, item, actor, ground, citation, reasons, correction, cancellationToken))
                return state;

            words ??= await sealText.RunAsync(state, "correction", reasons, command, cancellationToken);
            int number = Made(state, item).Count + 1;
            ItemSealed right = await SealAsync(state, ItemId.Parse($"{item}.rectification-{number}"), correction, command, cancellationToken);
            var rectified = new ItemRectified { Command = command, Item = item, Citation = citation, Reasons = words.Item, Ground = ground, Correction = right.Item };
            Snapshot<CaseState> after = await journal.AppendAsync(@case, actor, command, newest =>
            {
                CheckRectifiable(newest!, item);
                return Made(newest!, item).Count + 1 == number ? [words, right, rectified] : [];
            }, cancellationToken);
            if (after.State!.Has(command))
                return after.State;
        }

        throw new StorageUnavailableException("ledger");
    }

    private static ImmutableList<Correction<ItemRectified>> Made(CaseState state, ItemId item) =>
        state.Corrections.Rectifications.GetValueOrDefault(item.ToString(), []);

    private static void Check(SentCorrection correction)
    {
        if (!RequestText.IsFileName(correction.Name) || !RequestText.IsClean(correction.Name, prose: false))
            throw RefusedException.Malformed("correction-malformed", "/name", "A plain file name is expected: no path, no device name, no dot or space at either end.");
        if (!RequestText.IsMediaType(correction.Type))
            throw RefusedException.Malformed("correction-malformed", "/type", "A media type such as text/csv, without parameters, is expected.");
        if (correction.Content.Length is 0 or > MostBytes)
            throw RefusedException.Malformed("correction-malformed", "/content", "A correction has 1 byte to 1 MiB.");
    }

    private static void CheckRectifiable(CaseState state, ItemId item)
    {
        RestrictItem.CheckThere(state, item);
        if (item.IsOurs && item != CaseState.RequestItem)
            throw RestrictItem.NotPossible();
    }

    // Only the newest can be the one that this call made and was not told of.
    private async Task<bool> IsRepeatedAsync(
        CaseState state, ItemId item, string actor, RectificationGround ground, string citation, string reasons, SentCorrection correction, CancellationToken cancellationToken)
    {
        if (Made(state, item) is not [.., { } newest] || newest.By != actor || newest.Event.Ground != ground || newest.Event.Citation != citation
            || !await sealText.HoldsAsync(state, newest.Event.Reasons, reasons, cancellationToken))
            return false;
        ItemId made = newest.Event.Correction;
        ItemDescription held = await vault.DescribeAsync(Grants.ForComparison(state.Case, made), state, state.Find(made)!, cancellationToken);
        return held.Name == correction.Name && held.Type == correction.Type
            && CryptographicOperations.FixedTimeEquals(held.Sha256, SHA256.HashData(correction.Content));
    }

    private async Task<ItemSealed> SealAsync(CaseState state, ItemId item, SentCorrection correction, CommandId command, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(correction.Content);
        return await vault.SealAsync(
            new SealedPath(state.Case, item, AttemptId.New()), command,
            new ItemSource(correction.Name, correction.Type, correction.Content.Length, content), _ => { }, state.Request.RetainUntil, cancellationToken);
    }
}
