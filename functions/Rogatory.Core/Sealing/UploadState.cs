using System.Collections.Immutable;
using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>A sealed upload that is not cleared away yet: a part of the fold over a case's ledger.</summary>
/// <param name="Item">The item.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Step">Where it stands.</param>
/// <param name="Until">When it lapses unless it was completed.</param>
/// <param name="Completed">What the partner said of it, once it did.</param>
public sealed record UploadState(ItemId Item, AttemptId Attempt, UploadStep Step, DateTimeOffset Until, UploadCompleted? Completed)
{
    /// <summary>The uploads after one more line; the same where the line is about none.</summary>
    /// <exception cref="CaseHistoryException">The upload is not at the step that the event follows.</exception>
    public static ImmutableDictionary<string, UploadState> Fold(ImmutableDictionary<string, UploadState> uploads, LedgerEvent happened, long seq)
    {
        ArgumentNullException.ThrowIfNull(uploads);
        return happened switch
        {
            UploadGranted one => uploads.Add(one.Attempt.ToString(), new UploadState(one.Item, one.Attempt, UploadStep.Granted, one.Until, Completed: null)),
            UploadCompleted one => uploads.SetItem(
                one.Attempt.ToString(), At(UploadStep.Granted, one.Item, one.Attempt) with { Step = UploadStep.Completed, Completed = one }),
            UploadCleared one => uploads.Remove(At(UploadStep.Ended, one.Item, one.Attempt).Attempt.ToString()),
            ItemSealed one => End(one.Attempt),
            AttemptAbandoned one => End(one.Attempt),
            _ => uploads,
        };

        UploadState At(UploadStep step, ItemId item, AttemptId attempt) =>
            uploads.GetValueOrDefault(attempt.ToString()) is { } upload && upload.Step == step && upload.Item == item
                ? upload
                : throw new CaseHistoryException(seq, "the upload it names is not at the step before");

        ImmutableDictionary<string, UploadState> End(AttemptId attempt) =>
            uploads.TryGetValue(attempt.ToString(), out UploadState? upload)
                ? uploads.SetItem(attempt.ToString(), upload with { Step = UploadStep.Ended })
                : uploads;
    }
}
