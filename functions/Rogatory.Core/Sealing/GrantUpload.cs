using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Envelope;

namespace Rogatory.Core.Sealing;

/// <summary>A partner asks to upload a declared item that it seals at its own desk.</summary>
public sealed class GrantUpload(CaseJournal journal, DeclaredItems declarations, IInbound inbound, TimeProvider time)
{
    /// <summary>How long an upload may take. What is left of one that never came to its end is removed then.</summary>
    public static readonly TimeSpan UploadLife = TimeSpan.FromDays(2);

    /// <summary>How long one link lives.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    /// <summary>How many uploads of one item can be open at once.</summary>
    public const int MostOpen = 4;

    /// <summary>Grants an upload, or gives another link for one that was granted.</summary>
    /// <param name="partner">The caller, by its verified signature.</param>
    /// <param name="case">The case.</param>
    /// <param name="item">The item.</param>
    /// <param name="attempt">The upload to go on with; null for another one.</param>
    /// <param name="cancellationToken">Stops before the grant is recorded.</param>
    /// <exception cref="RefusedException">
    /// <c>case-not-found</c>, <c>item-not-declared</c>, <c>item-already-sealed</c>, <c>case-closed</c>, <c>upload-not-granted</c>,
    /// <c>upload-expired</c>, <c>upload-already-completed</c>, <c>too-many-uploads</c>.
    /// </exception>
    public async Task<UploadGrant> RunAsync(PartnerId partner, CaseId @case, ItemId item, AttemptId? attempt, CancellationToken cancellationToken)
    {
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        if (!state.IsFrom(partner))
            throw CaseJournal.NotFound();
        if (!state.Declares(item))
            throw new RefusedException("item-not-declared", "The request does not declare this item.");
        DeclaredItem declared = await declarations.FindAsync(state, item, cancellationToken)
            ?? throw new InvalidOperationException("The ledger names an item that its request does not.");

        UploadState upload = attempt is { } known
            ? Renew(state, item, known)
            : await GrantAsync(new SealedPath(@case, item, AttemptId.New()), partner, cancellationToken);
        DateTimeOffset linkUntil = Earlier(time.GetUtcNow() + LinkLife, upload.Until);
        Uri link = await inbound.LinkAsync(new SealedPath(@case, item, upload.Attempt), linkUntil, cancellationToken);
        return new UploadGrant(upload.Attempt, link, linkUntil, upload.Until, SealedBody.SealedLength(declared.Size), attempt is null);
    }

    private UploadState Renew(CaseState state, ItemId item, AttemptId attempt)
    {
        RefuseIfSealed(state, item);
        UploadState upload = Find(state, item, attempt);
        if (upload.Step != UploadStep.Granted)
            throw AlreadyCompleted();
        return upload.Until > time.GetUtcNow() ? upload : throw Expired();
    }

    private async Task<UploadState> GrantAsync(SealedPath path, PartnerId partner, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("grant-upload", path.ToString());
        Snapshot<CaseState> after = await journal.AppendAsync(path.Case, $"partner:{partner}", command, state =>
        {
            RefuseIfSealed(state!, path.Item);
            DateTimeOffset now = time.GetUtcNow();
            if (state!.Uploads.Values.Count(one => one.Item == path.Item && one.Step == UploadStep.Granted && one.Until > now) >= MostOpen)
                throw new RefusedException("too-many-uploads", $"At most {MostOpen} uploads of an item can be open at once; go on with one of them.");
            return [new UploadGranted { Command = command, Item = path.Item, Attempt = path.Attempt, Until = now + UploadLife }];
        }, cancellationToken);
        return after.State!.Uploads[path.Attempt.ToString()];
    }

    /// <summary>The upload, as the ledger knows it.</summary>
    internal static UploadState Find(CaseState state, ItemId item, AttemptId attempt) =>
        state.Uploads.GetValueOrDefault(attempt.ToString()) is { } upload && upload.Item == item
            ? upload
            : throw new RefusedException("upload-not-granted", "No such upload is granted, or it is over.");

    internal static void RefuseIfSealed(CaseState state, ItemId item)
    {
        if (state.Find(item) is not null)
            throw new RefusedException("item-already-sealed", "The item is sealed already. What is sealed never changes.");
        if (state.Phase != CasePhase.AwaitingItems)
            throw new RefusedException("case-closed", "The case takes no more items.");
    }

    internal static RefusedException AlreadyCompleted() => new("upload-already-completed", "The upload was completed already; what was said then counts.");

    internal static RefusedException Expired() => new("upload-expired", "The upload took too long and lapsed. Begin another one.");

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
