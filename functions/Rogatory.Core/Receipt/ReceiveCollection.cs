using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Receipt;

/// <summary>Takes the statements that a partner signs on a disclosure: its receipt, and its answer to a recall.</summary>
public sealed class ReceiveCollection(CaseJournal journal, DisclosureStatements statements, PartnerStatements partners, TimeProvider time)
{
    /// <summary>The longest statement that is taken, in characters.</summary>
    public const int MostCharacters = 256 * 1024;

    /// <summary>Verifies the partner's receipt, stores it, countersigns it and records it. The same receipt again gives the same answer.</summary>
    /// <returns>Our countersignature, as a compact JWS.</returns>
    /// <exception cref="RefusedException"><c>disclosure-not-found</c>, <c>receipt-invalid</c>, <c>receipt-mismatch</c>, <c>receipt-received</c>, <c>disclosure-not-possible</c>.</exception>
    public async Task<string> ReceiveAsync(PartnerId partner, DisclosureId disclosure, string statement, CancellationToken cancellationToken)
    {
        DisclosureState found = await FindAsync(partner, disclosure, cancellationToken);
        CollectionReceipt receipt = await partners.VerifyAsync(partner, statement, CollectionReceipt.Type, CollectionReceipt.FromJson, read => read.At, cancellationToken);
        if (found.Manifest is not { } manifest || found.Step is not (DisclosureStep.Fetched or DisclosureStep.Received or DisclosureStep.Recalled or DisclosureStep.Acknowledged))
            throw ApproveDisclosure.NotPossible();
        CheckMatches(receipt, disclosure, manifest, found, await journal.GetAsync(disclosure.Case, cancellationToken));
        string digest = DisclosureStatements.DigestOf(statement);
        if (found.Receipt is { } known)
        {
            return known.Statement == digest
                ? await statements.FindAsync(disclosure, "countersignature", cancellationToken) ?? throw new StorageUnavailableException("statements")
                : throw ReceivedAlready();
        }

        // One that is stored already was verified, and counts: the run that stored it crashed before it was on record.
        string stored = await statements.StoreAsync(disclosure, "receipt", statement, cancellationToken);
        digest = DisclosureStatements.DigestOf(stored);
        string countersignature = await CountersignAsync(disclosure, "countersignature", digest, cancellationToken);
        CommandId command = CommandId.Derive("receive-collection", disclosure.ToString(), digest);
        var received = new CollectionReceived
        {
            Command = command,
            Disclosure = disclosure,
            Statement = digest,
            Countersignature = DisclosureStatements.DigestOf(countersignature),
        };
        await RecordAsync(partner, received, cancellationToken);
        return stored == statement ? countersignature : throw ReceivedAlready();
    }

    /// <summary>Verifies and records what a partner answers to a recall.</summary>
    /// <returns>Our countersignature, as a compact JWS.</returns>
    /// <exception cref="RefusedException"><c>disclosure-not-found</c>, <c>receipt-invalid</c>, <c>receipt-mismatch</c>, <c>receipt-received</c>, <c>disclosure-not-possible</c>.</exception>
    public async Task<string> AcknowledgeAsync(PartnerId partner, DisclosureId disclosure, string statement, CancellationToken cancellationToken)
    {
        DisclosureState found = await FindAsync(partner, disclosure, cancellationToken);
        RecallAcknowledgement answer =
            await partners.VerifyAsync(partner, statement, RecallAcknowledgement.Type, RecallAcknowledgement.FromJson, read => read.At, cancellationToken);
        if (found.Recall is not { } recall)
            throw ApproveDisclosure.NotPossible();
        if (answer.Disclosure != disclosure || answer.Recall != recall.Statement)
            throw Mismatch();
        string stored = await statements.StoreAsync(disclosure, "acknowledgement", statement, cancellationToken);
        string digest = DisclosureStatements.DigestOf(stored);
        string countersignature = await CountersignAsync(disclosure, "acknowledgement-countersignature", digest, cancellationToken);
        if (found.Step == DisclosureStep.Recalled)
        {
            CommandId command = CommandId.Derive("acknowledge-recall", disclosure.ToString(), digest);
            await RecordAsync(partner, new RecallAcknowledged { Command = command, Disclosure = disclosure, Statement = digest }, cancellationToken);
        }

        return stored == statement ? countersignature : throw ReceivedAlready();
    }

    internal static RefusedException ReceivedAlready() => new("receipt-received", "Another statement of yours on this was received already.");

    private async Task<DisclosureState> FindAsync(PartnerId partner, DisclosureId disclosure, CancellationToken cancellationToken)
    {
        DisclosureState found = (await ApproveDisclosure.FindCaseAsync(journal, disclosure, cancellationToken)).Find(disclosure)!;
        return found.Partner == partner && found.Manifest is not null ? found : throw ApproveDisclosure.NotFound();
    }

    private static void CheckMatches(CollectionReceipt receipt, DisclosureId disclosure, ManifestIssued manifest, DisclosureState found, CaseState state)
    {
        bool isSame = receipt.Disclosure == disclosure && receipt.Manifest == manifest.Statement && receipt.Items.Count == found.Proposal.Items.Count
            && receipt.Items.All(item => found.Released.ContainsKey(item.Id.ToString()) && state.Find(item.Id)!.SealedRoot == item.SealedRoot);
        if (!isSame)
            throw Mismatch();
    }

    private static RefusedException Mismatch() =>
        new("receipt-mismatch", "The statement does not name what was disclosed: another disclosure, manifest, item or root. Do not use what you collected; ask us.");

    private Task<string> CountersignAsync(DisclosureId disclosure, string kind, string digest, CancellationToken cancellationToken) =>
        statements.SignAsync(disclosure, kind, Countersignature.Type,
            () => Task.FromResult(new Countersignature(disclosure, digest, time.GetUtcNow()).ToJson()), cancellationToken);

    private async Task RecordAsync(PartnerId partner, DisclosureEvent received, CancellationToken cancellationToken)
    {
        string actor = $"partner:{partner}";
        await journal.AppendAsync(received.Disclosure.Case, actor, received.Command, newest =>
            newest!.Find(received.Disclosure)!.Apply(received, actor) is null ? throw ApproveDisclosure.NotPossible() : [received], cancellationToken);
    }
}
