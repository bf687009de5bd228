using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>Removes what an upload that is over left on its way: from where the partner wrote it, and from where it was verified.</summary>
public sealed class ClearUpload(CaseJournal journal, IInbound inbound, IArrivals arrivals)
{
    /// <summary>Removes it, and says so.</summary>
    /// <remarks>A link lives on for up to an hour. What its holder writes after this is looked at by nobody, and storage removes it after two days.</remarks>
    public async Task RunAsync(SealedPath path, CancellationToken cancellationToken)
    {
        await inbound.ClearAsync(path, cancellationToken);
        await arrivals.ClearAsync(path, cancellationToken);
        CommandId command = CommandId.Derive("clear-upload", path.ToString());
        await journal.AppendAsync(path.Case, "system:flow", command, state =>
            state!.Uploads.GetValueOrDefault(path.Attempt.ToString())?.Step == UploadStep.Ended
                ? [new UploadCleared { Command = command, Item = path.Item, Attempt = path.Attempt }]
                : [], cancellationToken);
    }
}
