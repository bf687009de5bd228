using System.Text;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;
using Rogatory.Core.Sealing;
using Rogatory.Ledger;

namespace Rogatory.Core.Retention;

/// <summary>Looks whether the key envelopes of an erasure are gone, signs the certificate, and says in the ledger that it is done.</summary>
public sealed class CertifyErasure(
    CaseJournal journal, ILedgerStore ledgers, IKeyEnvelopeStore keys, IStatementStore statements, IStatementSigner signer,
    IReadOnlyList<VerificationKey> verification, TimeProvider time)
{
    /// <summary>The certificate's name among the statements.</summary>
    public static string NameOf(CaseId @case, int erasure) => $"{@case}/erasures/{erasure}";

    /// <summary>Whether nothing but the certificate is missing, as far as the ledger says: envelopes are looked for besides.</summary>
    public static bool IsDue(CaseState state, ErasureState erasure)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(erasure);
        return erasure.Step == ErasureStep.Begun
            && state.Uploads.Values.All(one => !erasure.Covers(one.Item))
            && Naming(state, erasure).All(one => one.Grant is null || one.CopiesRemoved);
    }

    /// <summary>The signed certificate.</summary>
    /// <exception cref="RefusedException"><c>case-not-found</c>, <c>erasure-not-found</c>, <c>erasure-not-done</c>.</exception>
    public async Task<string> ReadAsync(CaseId @case, int erasure, CancellationToken cancellationToken)
    {
        ErasureState found = (await journal.GetAsync(@case, cancellationToken)).Retention.FindErasure(erasure)
            ?? throw new RefusedException("erasure-not-found", "The case has no such erasure.");
        if (found.Step != ErasureStep.Erased)
            throw new RefusedException("erasure-not-done", "The erasure is not done, so nothing certifies it.");
        return await FindAsync(NameOf(@case, erasure), cancellationToken) ?? throw new StorageUnavailableException("statements");
    }

    /// <summary>Safe to run twice, and to take up after a crash anywhere: a certificate that is stored already is the one recorded.</summary>
    public async Task RunAsync(CaseId @case, int erasure, CancellationToken cancellationToken)
    {
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        if (state.Retention.FindErasure(erasure) is not { } found || !IsDue(state, found) || await IsLeftAsync(state, found, cancellationToken))
            return;
        string name = NameOf(@case, erasure);
        string? statement = await FindAsync(name, cancellationToken);
        if (statement is null)
        {
            string fresh = await Statement.SignToKeepAsync(
                ErasureCertificate.Type, (await MakeAsync(state, found, cancellationToken)).ToJson(), signer, verification, cancellationToken);
            statement = await statements.TryCreateAsync(name, Encoding.ASCII.GetBytes(fresh), cancellationToken)
                ? fresh
                : await FindAsync(name, cancellationToken) ?? throw new StorageUnavailableException("statements");
        }

        CommandId command = CommandId.Derive("certify-erasure", @case.ToString(), $"{erasure}");
        string digest = DisclosureStatements.DigestOf(statement);
        await journal.AppendAsync(@case, MarkRetention.Actor, command, newest => newest!.Retention.FindErasure(erasure) is { Step: ErasureStep.Begun } begun
            ? [.. begun.Items.Select(item => new ItemErased { Command = command, Erasure = erasure, Item = item, Statement = digest })]
            : [], cancellationToken);
    }

    private static IEnumerable<DisclosureState> Naming(CaseState state, ErasureState erasure) =>
        state.Disclosures.Where(one => one.Proposal.Items.Any(erasure.Covers));

    // Read back, whatever was told of destroying them: any rotation, any attempt, and what was wrapped for a partner.
    private async Task<bool> IsLeftAsync(CaseState state, ErasureState erasure, CancellationToken cancellationToken)
    {
        await foreach (KeyEnvelopeFound envelope in keys.ListAsync(state.Case, cancellationToken))
        {
            if (erasure.Covers(envelope.Path.Item))
                return true;
        }

        return false;
    }

    private async Task<ErasureCertificate> MakeAsync(CaseState state, ErasureState erasure, CancellationToken cancellationToken)
    {
        byte[] ledger = await ledgers.ReadAsync(state.Case.ToString(), 0, cancellationToken);
        List<byte[]> leaves = [.. LedgerReader.Read(ledger).Select(line => MerkleTree.LeafHash(line.Bytes.Span))];
        return new ErasureCertificate(
            state.Case,
            erasure.Number,
            [.. erasure.Items.Select(item => state.Find(item)!).Select(one => new ErasedItem(one.Item, one.SealedRoot, one.Commitment))],
            erasure.Proposal.Ground,
            erasure.Proposal.Citation,
            erasure.ProposedBy,
            erasure.ApprovedBy!,
            [.. Naming(state, erasure).Where(one => one.HasLeftUs)
                .Select(one => new ErasedDisclosure(one.Id, one.Partner, [.. one.Proposal.Items.Where(erasure.Covers)]))],
            new ReceiptLedger(leaves.Count, Convert.ToHexStringLower(MerkleTree.Root(leaves))),
            time.GetUtcNow());
    }

    private async Task<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        await statements.ReadAsync(name, cancellationToken) is { } stored ? Encoding.ASCII.GetString(stored) : null;
}
