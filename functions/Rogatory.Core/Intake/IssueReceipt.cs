using System.Security.Cryptography;
using System.Text;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.Ledger;

namespace Rogatory.Core.Intake;

/// <summary>Issues the intake receipt of a case whose declared items are all sealed.</summary>
public sealed class IssueReceipt(
    CaseJournal journal, ILedgerStore ledgers, ItemVault vault, IStatementStore statements, IStatementSigner signer,
    Checkpoints checkpoints, IReadOnlyList<VerificationKey> keys, TimeProvider time)
{
    /// <summary>How many answers the case of a request of ours notes. What comes beyond is a case like any other, and names what it answers.</summary>
    public const int MostAnswers = 200;

    /// <summary>The receipt's name among the statements.</summary>
    public static string NameOf(CaseId @case) => $"{@case}/receipt";

    /// <summary>
    /// Signs the receipt, stores it, and records it. A receipt that is stored already is the one recorded: a run that crashed
    /// between the two is taken up, and two runs at once agree.
    /// </summary>
    public async Task RunAsync(CaseId @case, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("issue-receipt", @case.ToString());
        string name = NameOf(@case);
        await NoteAnswerAsync(@case, cancellationToken);
        byte[]? statement = await statements.ReadAsync(name, cancellationToken);
        if (statement is null)
        {
            byte[] fresh = Encoding.ASCII.GetBytes(await SignAsync(@case, cancellationToken));
            statement = await statements.TryCreateAsync(name, fresh, cancellationToken)
                ? fresh
                : await statements.ReadAsync(name, cancellationToken) ?? throw new StorageUnavailableException("statements");
        }

        IntakeReceipt receipt = IntakeReceipt.FromJson(Statement.Verify(Encoding.ASCII.GetString(statement), IntakeReceipt.Type, keys));
        var issued = new ReceiptIssued
        {
            Command = command,
            Statement = Convert.ToHexStringLower(SHA256.HashData(statement)),
            Size = receipt.Ledger.Size,
            Root = receipt.Ledger.Root,
        };
        await journal.AppendAsync(
            @case, "system:flow", command, state => state!.Phase == CasePhase.AwaitingReceipt ? [issued] : [], cancellationToken);
    }

    // Before the receipt, after which nothing would come back to it. A request of ours is answered once all that was declared is here.
    private async Task NoteAnswerAsync(CaseId @case, CancellationToken cancellationToken)
    {
        if ((await journal.GetAsync(@case, cancellationToken)).Request.Answers is not { } asked)
            return;
        CommandId command = CommandId.Derive("receive-answer", asked.ToString(), @case.ToString());
        await journal.AppendAsync(asked, "system:flow", command, ours =>
            CaseTransitions.Next(ours!.Phase, AnswerReceived.EventName, lastItem: false) is null || ours.Retention.IsAllErased || ours.Answers.Count >= MostAnswers
                ? []
                : [new AnswerReceived { Command = command, Answer = @case }],
            cancellationToken);
    }

    private async Task<string> SignAsync(CaseId @case, CancellationToken cancellationToken)
    {
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        ItemDescription request = await vault.DescribeAsync(
            Grants.ForComparison(@case, CaseState.RequestItem), state, state.Find(CaseState.RequestItem)!, cancellationToken);
        byte[] ledger = await ledgers.ReadAsync(@case.ToString(), 0, cancellationToken);
        List<byte[]> leaves = [.. LedgerReader.Read(ledger).Select(line => MerkleTree.LeafHash(line.Bytes.Span))];

        SignedCheckpoint? newest = await checkpoints.NewestAsync(cancellationToken);
        var receipt = new IntakeReceipt(
            @case,
            Convert.ToHexStringLower(request.Sha256),
            [.. state.Request.Items.Prepend(CaseState.RequestItem).Select(item => new ReceiptItem(item, state.Find(item)!.SealedRoot))],
            new ReceiptLedger(leaves.Count, Convert.ToHexStringLower(MerkleTree.Root(leaves))),
            newest is null ? null : new ReceiptCheckpoint(newest.Checkpoint.Number, newest.Checkpoint.Root),
            time.GetUtcNow());
        return await Statement.SignToKeepAsync(IntakeReceipt.Type, receipt.ToJson(), signer, keys, cancellationToken);
    }
}
