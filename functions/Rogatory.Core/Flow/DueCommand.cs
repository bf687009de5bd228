using System.Text.Json.Serialization;
using Rogatory.Core.Case;
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
}
