using Rogatory.Core.Case;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Flow;

/// <summary>What is due in one sealed upload: the part of <see cref="CaseDecider"/> for it, as pure and as total.</summary>
internal static class UploadDecider
{
    /// <summary>What is due at the instant, or when to look again; null when nothing will come by itself.</summary>
    public static (DueCommand? Due, DateTimeOffset? LookAgainAt) Decide(CaseState state, UploadState upload, DateTimeOffset now)
    {
        var path = new SealedPath(state.Case, upload.Item, upload.Attempt);
        bool canCount = state.Phase == CasePhase.AwaitingItems && state.Find(upload.Item) is null;
        return upload.Step switch
        {
            UploadStep.Ended => (new DueCommand.ClearUpload(path), null),
            UploadStep.Completed when canCount => (new DueCommand.AdmitUpload(path), null),
            UploadStep.Granted when canCount && upload.Until > now => (null, upload.Until),
            _ => (new DueCommand.AbandonAttempt(path), null),
        };
    }
}
