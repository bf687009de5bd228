using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Intake;
using Rogatory.Envelope;

namespace Rogatory.Core.Sealing;

/// <summary>
/// Takes an uploaded body out of its sender's reach, verifies it there, and admits it to the vault under a key envelope of our own. Every
/// step leaves something behind by which it is found to be done, so that all of it can be run again from anywhere.
/// </summary>
public sealed class AdmitUpload(
    CaseJournal journal,
    DeclaredItems declarations,
    IArrivals arrivals,
    IArrivalNotes notes,
    IKeyEnvelopeStore keys,
    IKeyWrap keyWrap,
    OpenIncident incidents)
{
    private const string Actor = "system:flow";
    private const string Progress = "progress";

    /// <summary>Admits the upload, or says that it never will be; does nothing where that was said already.</summary>
    /// <exception cref="ProtectionMissingException">The vault does not protect what it took; an incident is open.</exception>
    public async Task RunAsync(SealedPath path, CancellationToken cancellationToken)
    {
        CaseState state = await journal.GetAsync(path.Case, cancellationToken);
        if (state.Uploads.GetValueOrDefault(path.Attempt.ToString()) is not { Step: UploadStep.Completed, Completed: { } said })
            return;
        try
        {
            await arrivals.TakeInAsync(path, said.Size, cancellationToken);
            byte[] envelope = await notes.ReadAsync(path, CompleteUpload.EnvelopeNote(said), cancellationToken) ?? throw new SourceChangedException();
            using OpenedItem opened = await OpenAsync(path, said, envelope, cancellationToken);
            await VerifyAsync(path, said, opened, cancellationToken);
            await SealAsync(path, state, said, opened, cancellationToken);
        }
        catch (Exception lie) when (lie is SourceChangedException or OpenException)
        {
            await RejectAsync(path, lie.InnerException is KeyDisabledException ? ItemRejected.KeyVersionDisabled : ItemRejected.UploadMismatch, cancellationToken);
        }
    }

    private Task<OpenedItem> OpenAsync(SealedPath path, UploadCompleted said, byte[] envelope, CancellationToken cancellationToken) => OpenedItem.OpenReceivedAsync(
        Grants.ForComparison(path.Case, path.Item),
        envelope,
        new SealedReference(Convert.FromHexString(said.Header), Convert.FromHexString(said.Commitment), said.Size),
        arrivals.OpenSource(path, said.Size),
        keyWrap,
        cancellationToken);

    private async Task VerifyAsync(SealedPath path, UploadCompleted said, OpenedItem opened, CancellationToken cancellationToken)
    {
        byte[]? earlier = await notes.ReadAsync(path, Progress, cancellationToken);
        byte[] root = await opened.CheckAsync(earlier, (progress, stop) => notes.WriteAsync(path, Progress, progress, stop), cancellationToken);
        if (Convert.ToHexStringLower(root) != said.SealedRoot)
            throw new OpenException(OpenFailure.Payload);
    }

    private async Task SealAsync(SealedPath path, CaseState state, UploadCompleted said, OpenedItem opened, CancellationToken cancellationToken)
    {
        DeclaredItem declared = await declarations.FindAsync(state, path.Item, cancellationToken)
            ?? throw new InvalidOperationException("The ledger names an item that its request does not.");
        // Name and type in the request's words, whatever the sender's envelope calls them; one that an earlier run made is as good.
        var description = new ItemDescription(declared.Name, declared.Type, opened.Description.Size, opened.Description.Sha256);
        byte[] envelope = await opened.WrapForVaultAsync(description, cancellationToken);
        await keys.TryCreateAsync(path, ItemVault.FirstEnvelope, envelope, cancellationToken);
        string? version;
        try
        {
            version = await arrivals.AdmitAsync(path, said.Size, state.Request.RetainUntil, cancellationToken);
        }
        catch (ProtectionMissingException)
        {
            await incidents.RunAsync(IncidentCause.ProtectionMissing, path.Case, path.Item, CancellationToken.None);
            throw;
        }

        var one = new ItemSealed
        {
            Command = CommandId.Derive("seal", path.ToString()),
            Item = path.Item,
            Attempt = path.Attempt,
            Size = said.Size,
            Version = version,
            Header = said.Header,
            Commitment = said.Commitment,
            SealedRoot = said.SealedRoot,
        };
        await journal.AppendAsync(path.Case, Actor, one.Command, newest => Record(newest!, one), cancellationToken);
    }

    private static IReadOnlyList<LedgerEvent> Record(CaseState newest, ItemSealed one)
    {
        if (newest.Uploads.GetValueOrDefault(one.Attempt.ToString())?.Step != UploadStep.Completed)
            return [];
        return newest.Find(one.Item) is null && newest.Phase == CasePhase.AwaitingItems
            ? [one]
            : [new AttemptAbandoned { Command = one.Command, Item = one.Item, Attempt = one.Attempt }];
    }

    private async Task RejectAsync(SealedPath path, string reason, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("reject-upload", path.ToString());
        await journal.AppendAsync(path.Case, Actor, command, newest =>
        {
            if (newest!.Uploads.GetValueOrDefault(path.Attempt.ToString())?.Step != UploadStep.Completed)
                return [];
            var abandoned = new AttemptAbandoned { Command = command, Item = path.Item, Attempt = path.Attempt };
            return newest.Phase == CasePhase.AwaitingItems
                ? [new ItemRejected { Command = command, Item = path.Item, Reason = reason }, abandoned]
                : [abandoned];
        }, cancellationToken);
    }
}
