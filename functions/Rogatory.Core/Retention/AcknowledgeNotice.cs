using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Retention;

/// <summary>Reads notices out to the partners they are for, and takes their signed acknowledgements.</summary>
public sealed class AcknowledgeNotice(CaseJournal journal, StoredStatements statements, PartnerStatements partners, TimeProvider time)
{
    /// <summary>The signed notice, as stored.</summary>
    public async Task<string> ReadAsync(NoticeState notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return await statements.FindAsync(IssueNotice.NameOf(notice.Id), cancellationToken) ?? throw new StorageUnavailableException("statements");
    }

    /// <summary>Verifies and records that the partner did what a notice asks. The same acknowledgement again gives the same answer.</summary>
    /// <returns>Our countersignature, as a compact JWS.</returns>
    /// <exception cref="RefusedException"><c>notice-not-found</c>, <c>receipt-invalid</c>, <c>receipt-mismatch</c>, <c>receipt-received</c>.</exception>
    public async Task<string> RunAsync(PartnerId partner, NoticeId notice, string statement, CancellationToken cancellationToken)
    {
        CaseState? state = (await journal.LoadAsync(notice.Case, cancellationToken)).State;
        if (state?.Corrections.Find(notice) is not { Issued: { } issued } found || found.Partner != partner)
            throw NotFound();
        NoticeAcknowledgement answer = await partners.VerifyAsync(
            partner, statement, NoticeAcknowledgement.Type, NoticeAcknowledgement.FromJson, read => read.At, cancellationToken);
        if (answer.Notice != notice || answer.Statement != issued.Statement)
            throw new RefusedException("receipt-mismatch", "The statement does not name this notice, or not as it was signed.");

        // One that is stored already was verified, and counts: the run that stored it crashed before it was on record.
        string stored = await statements.StoreAsync(IssueNotice.NameOf(notice, "acknowledgement"), statement, cancellationToken);
        string digest = DisclosureStatements.DigestOf(stored);
        string countersignature = await statements.SignAsync(
            IssueNotice.NameOf(notice, "countersignature"), NoticeAcknowledgement.CountersignatureType,
            () => Task.FromResult(new NoticeAcknowledgement(notice, digest, time.GetUtcNow()).ToJson()), cancellationToken);
        CommandId command = CommandId.Derive("acknowledge-notice", notice.ToString(), digest);
        var acknowledged = new NoticeAcknowledged { Command = command, Notice = notice, Statement = digest };
        await journal.AppendAsync(notice.Case, $"partner:{partner}", command, newest =>
            newest!.Corrections.Find(notice)!.Apply(acknowledged) is null ? [] : [acknowledged], cancellationToken);
        return stored == statement ? countersignature : throw ReceiveCollection.ReceivedAlready();
    }

    /// <summary>The answer to anyone who asks for a notice that is not there, or not theirs.</summary>
    public static RefusedException NotFound() => new("notice-not-found", "There is no such notice, or it is not yours to see.");
}
