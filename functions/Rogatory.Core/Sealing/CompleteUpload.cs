using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Envelope;

namespace Rogatory.Core.Sealing;

/// <summary>
/// A partner says that a body is uploaded. What can be checked without reading the body is checked here; the flow copies the body to where
/// the partner can't reach it, and verifies it there (<see cref="AdmitUpload"/>).
/// </summary>
public sealed class CompleteUpload(
    CaseJournal journal, DeclaredItems declarations, IInbound inbound, IArrivals arrivals, IArrivalNotes notes, IKeyWrap keyWrap, RejectItem reject, TimeProvider time)
{
    /// <summary>Checks and records what is said. The same said again changes nothing.</summary>
    /// <returns>True when the item is sealed already, from this very upload; false while it is to be verified.</returns>
    /// <exception cref="RefusedException">
    /// <c>case-not-found</c>, <c>item-already-sealed</c>, <c>case-closed</c>, <c>upload-not-granted</c>, <c>upload-expired</c>,
    /// <c>upload-already-completed</c>, <c>upload-incomplete</c>, <c>length-mismatch</c>, <c>digest-mismatch</c>, <c>key-envelope-invalid</c>, <c>key-version-disabled</c>.
    /// </exception>
    public async Task<bool> RunAsync(CompletedUpload sent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sent);
        SealedPath path = sent.Path;
        CaseState state = await journal.GetAsync(path.Case, cancellationToken);
        if (!state.IsFrom(sent.Partner))
            throw CaseJournal.NotFound();
        if (state.Find(path.Item)?.Attempt == path.Attempt)
            return true;
        UploadCompleted said = Say(sent);
        if (CheckStep(state, said))
            return false;

        DeclaredItem declared = await declarations.FindAsync(state, path.Item, cancellationToken)
            ?? throw new InvalidOperationException("The ledger names an item that its request does not.");
        if (await FindFaultAsync(sent, declared, cancellationToken) is { } fault)
            throw await reject.RunAsync(path.Case, path.Item, $"partner:{sent.Partner}", fault, cancellationToken);
        if (await inbound.FindSizeAsync(path, cancellationToken) != sent.Size)
            throw new RefusedException("upload-incomplete", "What was uploaded is not there yet, or has another length. Commit the blocks, and complete again.");

        await notes.WriteAsync(path, EnvelopeNote(said), sent.KeyEnvelope, cancellationToken);
        await journal.AppendAsync(path.Case, $"partner:{sent.Partner}", said.Command, newest => CheckStep(newest!, said) ? [] : [said], cancellationToken);
        return false;
    }

    /// <summary>The note that holds the partner's key envelope. Its name says its content, so that one sent later is another note.</summary>
    internal static string EnvelopeNote(UploadCompleted said) => $"envelope-{said.Envelope}";

    // True when the very same was said already.
    private bool CheckStep(CaseState state, UploadCompleted said)
    {
        GrantUpload.RefuseIfSealed(state, said.Item);
        UploadState upload = GrantUpload.Find(state, said.Item, said.Attempt);
        if (upload.Completed is { } earlier)
            return upload.Step == UploadStep.Completed && earlier.Says(said) ? true : throw GrantUpload.AlreadyCompleted();
        return upload.Until > time.GetUtcNow() ? false : throw GrantUpload.Expired();
    }

    private async Task<RefusedException?> FindFaultAsync(CompletedUpload sent, DeclaredItem declared, CancellationToken cancellationToken)
    {
        if (sent.Size != SealedBody.SealedLength(declared.Size))
            return new RefusedException("length-mismatch", $"The sealed body of {declared.Id} has {sent.Size} bytes, and the {declared.Size} that the request declares give {SealedBody.SealedLength(declared.Size)}.");
        try
        {
            using OpenedItem opened = await OpenAsync(sent, cancellationToken);
            return CryptographicOperations.FixedTimeEquals(opened.Description.Sha256, declared.Sha256)
                ? null
                : new RefusedException("digest-mismatch", "The digest in the key envelope is not the one that the request declared.");
        }
        catch (OpenException disabled) when (disabled.InnerException is KeyDisabledException)
        {
            return new RefusedException(
                "key-version-disabled", "The key envelope is for a version of our key that is out of use. Wrap the same key for the newest one, and complete again.");
        }
        catch (OpenException)
        {
            return new RefusedException(
                "key-envelope-invalid", "The key envelope is not exactly of its form, not for this item or for our key, or does not fit header, commitment and size.");
        }
    }

    private Task<OpenedItem> OpenAsync(CompletedUpload sent, CancellationToken cancellationToken) => OpenedItem.OpenReceivedAsync(
        Grants.ForComparison(sent.Path.Case, sent.Path.Item),
        sent.KeyEnvelope,
        new SealedReference(sent.Header, sent.Commitment, sent.Size),
        arrivals.OpenSource(sent.Path, sent.Size),
        keyWrap,
        cancellationToken);

    private static UploadCompleted Say(CompletedUpload sent) => new()
    {
        Command = CommandId.Derive("complete-upload", sent.Path.ToString()),
        Item = sent.Path.Item,
        Attempt = sent.Path.Attempt,
        Size = sent.Size,
        Header = Convert.ToHexStringLower(sent.Header),
        Commitment = Convert.ToHexStringLower(sent.Commitment),
        SealedRoot = Convert.ToHexStringLower(sent.SealedRoot),
        Envelope = Convert.ToHexStringLower(SHA256.HashData(sent.KeyEnvelope.Span)),
    };
}
