using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Envelope;

namespace Rogatory.Core.Sealing;

/// <summary>A partner sends one declared item.</summary>
public sealed class SealItem(
    CaseJournal journal, ItemVault vault, DeclaredItems declarations, IEnvelopeEraser eraser, RejectItem reject)
{
    private readonly ItemTurns _turns = new();

    /// <summary>
    /// Checks everything that can be checked before the body, streams the body into the vault, and records it.
    /// The body is not touched before the checks are done, so a sender that waits for 100 (Continue) is refused without sending it.
    /// </summary>
    /// <param name="sent">What is sent.</param>
    /// <param name="cancellationToken">A cut connection leaves nothing readable.</param>
    /// <returns>True when the item was sealed; false when it was sealed already, from the same bytes.</returns>
    /// <exception cref="RefusedException">
    /// <c>case-not-found</c>, <c>item-not-declared</c>, <c>item-already-sealed</c>, <c>digest-mismatch</c>, <c>length-mismatch</c>,
    /// <c>body-not-as-signed</c>, <c>case-closed</c>.
    /// </exception>
    public async Task<bool> RunAsync(SentItem sent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sent);
        CaseState state = await journal.GetAsync(sent.Case, cancellationToken);
        if (!state.IsFrom(sent.Partner))
            throw CaseJournal.NotFound();
        if (!state.Declares(sent.Item))
            throw new RefusedException("item-not-declared", "The request does not declare this item.");
        if (state.Find(sent.Item) is { } already)
            return await CompareAsync(state, already, sent, cancellationToken);
        if (state.Phase != CasePhase.AwaitingItems)
            throw CaseClosed();

        DeclaredItem declared = await declarations.FindAsync(state, sent.Item, cancellationToken)
            ?? throw new InvalidOperationException("The ledger names an item that its request does not.");
        if (sent.Size != declared.Size)
            throw await RejectAsync(sent, new RefusedException("length-mismatch", $"The item {sent.Item} has {sent.Size} bytes, and the request declares {declared.Size}."), cancellationToken);
        if (!CryptographicOperations.FixedTimeEquals(sent.Sha256.Span, declared.Sha256))
            throw await RejectAsync(sent, new RefusedException("digest-mismatch", "The Content-Digest is not the digest that the request declared."), cancellationToken);

        bool waited = await _turns.TakeAsync(sent.Case, sent.Item, cancellationToken);
        try
        {
            if (waited && (await journal.GetAsync(sent.Case, cancellationToken)).Find(sent.Item) is { } meanwhile)
                return await CompareAsync(state, meanwhile, sent, cancellationToken);
            return await SealAsync(state, declared, sent, cancellationToken);
        }
        finally
        {
            _turns.Pass(sent.Case, sent.Item);
        }
    }

    private async Task<bool> SealAsync(CaseState state, DeclaredItem declared, SentItem sent, CancellationToken cancellationToken)
    {
        var path = new SealedPath(sent.Case, sent.Item, AttemptId.New());
        CommandId command = CommandId.Derive("seal", path.ToString());
        var source = new ItemSource(declared.Name, declared.Type, declared.Size, sent.Content);
        ItemSealed one;
        try
        {
            one = await vault.SealAsync(path, command, source, content => Check(content, sent), state.Request.RetainUntil, cancellationToken);
        }
        catch (RefusedException refused)
        {
            throw await RejectAsync(sent, refused, CancellationToken.None);
        }

        // From here on the item is whole in the vault; a sender that hangs up must not undo that.
        Snapshot<CaseState> after = await journal.AppendAsync(
            sent.Case, Actor(sent), command, newest => Record(newest!, one), CancellationToken.None);
        if (after.State!.Find(sent.Item)!.Attempt == path.Attempt)
            return true;

        await eraser.DestroyAsync(path, 0, CancellationToken.None);
        return await CompareAsync(after.State, after.State.Find(sent.Item)!, sent, cancellationToken);
    }

    private static IReadOnlyList<LedgerEvent> Record(CaseState newest, ItemSealed one)
    {
        if (newest.Find(one.Item) is not null)
            return [new AttemptAbandoned { Command = one.Command, Item = one.Item, Attempt = one.Attempt }];
        return newest.Phase == CasePhase.AwaitingItems ? [one] : throw CaseClosed();
    }

    private static void Check(SealedContent content, SentItem sent)
    {
        if (content.PlaintextSize != sent.Size || !CryptographicOperations.FixedTimeEquals(content.PlaintextSha256, sent.Sha256.Span))
            throw new RefusedException("body-not-as-signed", "The body is not what its signed Content-Digest says.");
    }

    private async Task<bool> CompareAsync(CaseState state, ItemSealed already, SentItem sent, CancellationToken cancellationToken)
    {
        ItemDescription description = await vault.DescribeAsync(
            Grants.ForComparison(state.Case, already.Item), state, already, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(description.Sha256, sent.Sha256.Span)
            ? false
            : throw new RefusedException("item-already-sealed", "The item is sealed already, from other bytes. What is sealed never changes.");
    }

    private Task<RefusedException> RejectAsync(SentItem sent, RefusedException refusal, CancellationToken cancellationToken) =>
        reject.RunAsync(sent.Case, sent.Item, Actor(sent), refusal, cancellationToken);

    private static string Actor(SentItem sent) => $"partner:{sent.Partner}";

    private static RefusedException CaseClosed() => new("case-closed", "The case takes no more items.");
}
