using System.Security.Cryptography;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Transfer;
using Rogatory.Envelope;

namespace Rogatory.Core.Sealing;

/// <summary>
/// An officer adds material to an accepted case: what the execution of a request brought in, or what goes with information or a request of
/// our own. It is sealed on the way in like a partner's, and is disclosed like it.
/// </summary>
public sealed class AddItem(CaseJournal journal, ItemVault vault, IEnvelopeEraser eraser)
{
    /// <summary>The most items that officers can add to one case.</summary>
    public const int MostItems = 200;

    private static readonly FactDefinition Categories = FactVocabulary.Get("data.categories");

    private readonly ItemTurns _turns = new();

    /// <summary>Checks what can be checked before the body, streams the body into the vault, and records what was added and that it is sealed, both at once.</summary>
    /// <param name="sent">What is added.</param>
    /// <param name="cancellationToken">A cut connection leaves nothing readable.</param>
    /// <returns>True when the item was added; false when it was there already, from the same bytes and declared alike.</returns>
    /// <exception cref="RefusedException">
    /// <c>case-not-found</c>, <c>item-malformed</c>, <c>item-id-taken</c>, <c>item-already-sealed</c>, <c>digest-mismatch</c>, <c>case-closed</c>.
    /// </exception>
    public async Task<bool> RunAsync(AddedItem sent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sent);
        Check(sent);
        CaseState state = await journal.GetAsync(sent.Case, cancellationToken);
        if (state.Find(sent.Item) is not null)
            return await CompareAsync(state, sent, cancellationToken);
        CheckPossible(state, sent.Item);

        bool waited = await _turns.TakeAsync(sent.Case, sent.Item, cancellationToken);
        try
        {
            CaseState newest = waited ? await journal.GetAsync(sent.Case, cancellationToken) : state;
            return newest.Find(sent.Item) is not null
                ? await CompareAsync(newest, sent, cancellationToken)
                : await SealAsync(newest, sent, cancellationToken);
        }
        finally
        {
            _turns.Pass(sent.Case, sent.Item);
        }
    }

    private async Task<bool> SealAsync(CaseState state, AddedItem sent, CancellationToken cancellationToken)
    {
        var path = new SealedPath(sent.Case, sent.Item, AttemptId.New());
        CommandId command = CommandId.Derive("add-item", path.ToString());
        var source = new ItemSource(sent.Name, sent.Type, sent.Size, sent.Content);
        ItemSealed one = await vault.SealAsync(path, command, source, content => Check(content, sent), state.Request.RetainUntil, cancellationToken);
        ItemAdded added = Say(sent, command);

        // From here on the item is whole in the vault; a sender that hangs up must not undo that.
        Snapshot<CaseState> after = await journal.AppendAsync(sent.Case, $"officer:{sent.Officer}", command, newest =>
        {
            if (newest!.Find(sent.Item) is not null)
                return [new AttemptAbandoned { Command = command, Item = one.Item, Attempt = one.Attempt }];
            CheckPossible(newest, sent.Item);
            return [added, one];
        }, CancellationToken.None);
        if (after.State!.Find(sent.Item)!.Attempt == path.Attempt)
            return true;

        await eraser.DestroyAsync(path, 0, CancellationToken.None);
        return await CompareAsync(after.State, sent, cancellationToken);
    }

    private async Task<bool> CompareAsync(CaseState state, AddedItem sent, CancellationToken cancellationToken)
    {
        if (state.FindAdded(sent.Item) is not { } added)
            throw IdTaken();
        ItemDescription description = await vault.DescribeAsync(
            Access.Grants.ForComparison(state.Case, sent.Item), state, state.Find(sent.Item)!, cancellationToken);
        return description.Equals(new ItemDescription(sent.Name, sent.Type, sent.Size, sent.Sha256.ToArray())) && added.Says(Say(sent, added.Command))
            ? false
            : throw new RefusedException("item-already-sealed", "The item is there already, from other bytes or declared otherwise. What is sealed never changes; take another id.");
    }

    private static ItemAdded Say(AddedItem sent, CommandId command) => new()
    {
        Command = command,
        Item = sent.Item,
        DataCategories = [.. sent.DataCategories.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Origin = sent.Origin,
    };

    private static void CheckPossible(CaseState state, ItemId item)
    {
        if (state.Declares(item))
            throw IdTaken();
        if (state.Phase != CasePhase.Accepted || state.Added.Count >= MostItems || state.IsErasing(CaseState.RequestItem) || state.IsErased(CaseState.RequestItem))
            throw new RefusedException("case-closed", $"Officers add to accepted cases only, whose request is not erased, and at most {MostItems} items to each.");
    }

    private static void Check(AddedItem sent)
    {
        if (sent.Item.IsOurs)
            throw Malformed("/id", "1 to 40 lower-case letters, digits and hyphens are expected, not beginning with a hyphen, and not the word request.");
        if (!RequestText.IsClean(sent.Name, prose: false) || !RequestText.IsFileName(sent.Name))
            throw Malformed("/name", $"A plain file name of at most {RequestLimits.MostNameBytes} bytes is expected: no path, no device name, no dot or space at either end.");
        if (!RequestText.IsMediaType(sent.Type) || sent.Type.Length > MostTypeLength)
            throw Malformed("/type", "A media type such as text/csv, without parameters, is expected.");
        if (Categories.BitsOf([.. sent.DataCategories]) is null)
            throw Malformed("/dataCategories", "Categories of personal data are expected, by the codes of the transfer facts; or none.");
        if (!sent.Origin.IsWhole)
            throw Malformed("/origin", "Material of another state names that state, and may name the instrument it was obtained under; our own names neither.");
    }

    private static void Check(SealedContent content, AddedItem sent)
    {
        if (content.PlaintextSize != sent.Size || !CryptographicOperations.FixedTimeEquals(content.PlaintextSha256, sent.Sha256.Span))
            throw new RefusedException("digest-mismatch", "The body is not what its Content-Digest says.");
    }

    private static RefusedException IdTaken() => new("item-id-taken", "The item of this id is the partner's. Take another id.");

    private static RefusedException Malformed(string pointer, string detail) => RefusedException.Malformed("item-malformed", pointer, detail);

    private const int MostTypeLength = 127;
}
