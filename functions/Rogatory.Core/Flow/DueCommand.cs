using System.Text.Json.Serialization;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Flow;

/// <summary>Something the flow has to do in a case. Doing it twice does no harm: its effect shows in the ledger or in storage.</summary>
/// <remarks>As JSON it has a member <c>do</c> that names it: a durable orchestration keeps its commands in its history.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(IssueReceipt), "issue-receipt")]
[JsonDerivedType(typeof(FlagDeadline), "flag-deadline")]
[JsonDerivedType(typeof(AbandonAttempt), "abandon-attempt")]
[JsonDerivedType(typeof(DestroyEnvelope), "destroy-envelope")]
[JsonDerivedType(typeof(AdmitUpload), "admit-upload")]
[JsonDerivedType(typeof(ClearUpload), "clear-upload")]
[JsonDerivedType(typeof(MarkDisclosure), "mark-disclosure")]
[JsonDerivedType(typeof(IssueGrant), "issue-grant")]
[JsonDerivedType(typeof(ReleaseItem), "release-item")]
[JsonDerivedType(typeof(IssueManifest), "issue-manifest")]
[JsonDerivedType(typeof(RemoveCopies), "remove-copies")]
[JsonDerivedType(typeof(SettleHolds), "settle-holds")]
[JsonDerivedType(typeof(SetDates), "set-dates")]
[JsonDerivedType(typeof(MarkDate), "mark-date")]
[JsonDerivedType(typeof(LapseErasure), "lapse-erasure")]
[JsonDerivedType(typeof(BeginErasure), "begin-erasure")]
[JsonDerivedType(typeof(EraseEnvelope), "erase-envelope")]
[JsonDerivedType(typeof(CertifyErasure), "certify-erasure")]
[JsonDerivedType(typeof(IssueNotice), "issue-notice")]
[JsonDerivedType(typeof(MarkNotice), "mark-notice")]
[JsonDerivedType(typeof(RotateKeys), "rotate-keys")]
[JsonDerivedType(typeof(ClassifyItem), "classify-item")]
[JsonDerivedType(typeof(AssessRisk), "assess-risk")]
public abstract record DueCommand
{
    private DueCommand()
    {
    }

    /// <summary>Everything is sealed: issue the intake receipt.</summary>
    public sealed record IssueReceipt : DueCommand;

    /// <summary>A clock ran out: say so.</summary>
    public sealed record FlagDeadline(Deadline Deadline) : DueCommand;

    /// <summary>An attempt left a key envelope and never came to count: say that it never will.</summary>
    public sealed record AbandonAttempt(SealedPath Path) : DueCommand;

    /// <summary>The ledger says that an attempt never counts: destroy its key envelope.</summary>
    public sealed record DestroyEnvelope(SealedPath Path, int Rotation) : DueCommand;

    /// <summary>A sealed upload was completed: verify it, and admit it to the vault or reject it.</summary>
    public sealed record AdmitUpload(SealedPath Path) : DueCommand;

    /// <summary>A sealed upload is over: remove what it left on its way.</summary>
    public sealed record ClearUpload(SealedPath Path) : DueCommand;

    /// <summary>A date of a disclosure has come: say so.</summary>
    public sealed record MarkDisclosure(DisclosureId Disclosure, DisclosureMark Mark) : DueCommand;

    /// <summary>Every approval is there: check the transfer again, and sign the grant or stop.</summary>
    public sealed record IssueGrant(DisclosureId Disclosure) : DueCommand;

    /// <summary>A granted item is not released yet: check the transfer again, copy the body and wrap the key for the partner, or stop.</summary>
    public sealed record ReleaseItem(DisclosureId Disclosure, ItemId Item) : DueCommand;

    /// <summary>Every item is released: sign the manifest.</summary>
    public sealed record IssueManifest(DisclosureId Disclosure) : DueCommand;

    /// <summary>A disclosure is over: destroy the partner's key envelopes and the copies.</summary>
    public sealed record RemoveCopies(DisclosureId Disclosure) : DueCommand;

    /// <summary>Storage does not hold just the bodies that legal holds cover: make it.</summary>
    public sealed record SettleHolds : DueCommand;

    /// <summary>The case is decided and has no dates of review and erasure: set them.</summary>
    public sealed record SetDates : DueCommand;

    /// <summary>A date of review or erasure comes near, or came: say so.</summary>
    public sealed record MarkDate(RetentionDateKind Date, DateTimeOffset At, bool IsPassed) : DueCommand;

    /// <summary>Nobody approved an erasure in time: say so.</summary>
    public sealed record LapseErasure(int Erasure) : DueCommand;

    /// <summary>An erasure is approved and no hold stands: begin it.</summary>
    public sealed record BeginErasure(int Erasure) : DueCommand;

    /// <summary>An item's erasure has begun: destroy a key envelope of it.</summary>
    public sealed record EraseEnvelope(SealedPath Path, int Rotation) : DueCommand;

    /// <summary>No key envelope of an erasure is left: certify it.</summary>
    public sealed record CertifyErasure(int Erasure) : DueCommand;

    /// <summary>A correction has to be told: sign the notice.</summary>
    public sealed record IssueNotice(NoticeId Notice) : DueCommand;

    /// <summary>A date of a notice has come: say so.</summary>
    public sealed record MarkNotice(NoticeId Notice, NoticeMark Mark) : DueCommand;

    /// <summary>Key envelopes of the case are under a retired version of the key-encryption key: make the next ones.</summary>
    public sealed record RotateKeys : DueCommand;

    /// <summary>An item is sealed and not searched yet: find what is sensitive in it. This can take long, and nothing else waits for it.</summary>
    public sealed record ClassifyItem(ItemId Item) : DueCommand;

    /// <summary>The risk of letting out what the case holds is not what the ledger says: assess it anew.</summary>
    public sealed record AssessRisk : DueCommand;
}
