using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Core.Sealing;
using Rogatory.Core.Transfer;
using Rogatory.Ledger;

namespace Rogatory.Core.Disclosure;

/// <summary>Signs the manifest once every item is released: from then on the partner can collect.</summary>
public sealed class IssueManifest(
    CaseJournal journal,
    CheckTransfer check,
    ILedgerStore ledgers,
    DisclosureStatements statements,
    IReadOnlyList<VerificationKey> keys,
    HomeAuthority home,
    PolicySet policy,
    TimeProvider time)
{
    /// <summary>Safe to run twice, and to take up after a crash anywhere: a manifest that is stored already is the one recorded.</summary>
    public async Task RunAsync(DisclosureId disclosure, CancellationToken cancellationToken)
    {
        CaseState state = await journal.GetAsync(disclosure.Case, cancellationToken);
        if (state.Find(disclosure) is not { Step: DisclosureStep.Granted, IsBarred: false, Grant: { } grant } found || found.Released.Count != found.Proposal.Items.Count)
            return;
        CheckedTransfer transfer = await check.RunAsync(state, found.Proposal, cancellationToken);
        if (!transfer.StillPermits(found) || found.Conditions.Any(code => transfer.Decision.Conditions.All(one => one.Code != code)))
        {
            await ReleaseItem.StopAsync(journal, disclosure, transfer, cancellationToken);
            return;
        }

        string statement = await statements.SignAsync(disclosure, "manifest", DisclosureManifest.Type,
            async () => (await MakeAsync(state, found, grant, transfer.Decision, cancellationToken)).ToJson(), cancellationToken);
        DisclosureManifest manifest = DisclosureManifest.FromJson(Statement.Verify(statement, DisclosureManifest.Type, keys));
        CommandId command = CommandId.Derive("issue-manifest", disclosure.ToString());
        var issued = new ManifestIssued
        {
            Command = command,
            Disclosure = disclosure,
            Statement = DisclosureStatements.DigestOf(statement),
            RemindAt = manifest.At + policy.LimitOf("home.collection-remind"),
            ReceiptDue = manifest.ReceiptDue,
            ExpiresAt = manifest.ExpiresAt,
        };
        await journal.AppendAsync(disclosure.Case, MarkDisclosure.Actor, command, newest =>
            newest!.Find(disclosure)!.Apply(issued, MarkDisclosure.Actor) is null ? [] : [issued], cancellationToken);
    }

    private async Task<DisclosureManifest> MakeAsync(
        CaseState state, DisclosureState found, GrantIssued grant, TransferDecision decision, CancellationToken cancellationToken)
    {
        byte[] ledger = await ledgers.ReadAsync(state.Case.ToString(), 0, cancellationToken);
        List<byte[]> leaves = [.. LedgerReader.Read(ledger).Select(line => MerkleTree.LeafHash(line.Bytes.Span))];
        DateTimeOffset now = time.GetUtcNow();
        JsonObject facts = found.Proposal.Stated;
        return new DisclosureManifest(
            found.Id,
            found.Partner,
            [.. found.Proposal.Items.Select(item => ItemOf(state, state.Find(item)!, found.Released[item.ToString()]))],
            found.Check!.Instrument,
            [.. (facts["purposes"] as JsonArray ?? []).Select(code => code!.GetValue<string>())],
            [.. decision.Conditions.Where(one => one.BindsRecipient).Select(one => new ManifestCondition(one.Code, one.Citation, one.Text))],
            facts["data"]?["handling"]?.GetValue<string>(),
            found.Proposal.RetainUntil,
            found.Proposal.Accuracy,
            grant.Statement,
            new ReceiptLedger(leaves.Count, Convert.ToHexStringLower(MerkleTree.Root(leaves))),
            home.Contact,
            now + policy.LimitOf("home.collection-receipt"),
            grant.ExpiresAt,
            now,
            KindOf(facts));
    }

    private static ManifestKind KindOf(JsonObject facts) =>
        Is(facts, "outgoing") ? ManifestKind.Request : Is(facts, "spontaneous") ? ManifestKind.Spontaneous : ManifestKind.Answer;

    private static bool Is(JsonObject facts, string member) => facts["request"]?[member]?.GetValue<bool>() == true;

    private static ManifestItem ItemOf(CaseState state, ItemSealed one, ItemReleased released) =>
        new(one.Item, one.Size, one.Header, one.Commitment, one.SealedRoot, released.Envelope, state.Extracts.Find(one.Item) is { } extract
            ? new ManifestExtract(extract.Source, extract.Proof, extract.Proof is null ? null : state.Classification.BlocksOf(extract.Source)!.ToCommitment())
            : null);
}
