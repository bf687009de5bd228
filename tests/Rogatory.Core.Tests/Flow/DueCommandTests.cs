using System.Text.Json;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Flow;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Disclosure;

namespace Rogatory.Core.Tests.Flow;

public sealed class DueCommandTests
{
    private static readonly SealedPath Path = new(Some.Case, ItemId.Parse("statement"), AttemptId.New());

    private static readonly DueCommand[] Commands =
    [
        new DueCommand.IssueReceipt(),
        new DueCommand.FlagDeadline(new Deadline("eio.decide", Some.Time, "EIO art. 12", ["review.request-accepted"])),
        new DueCommand.AbandonAttempt(Path),
        new DueCommand.DestroyEnvelope(Path, 2),
        new DueCommand.AdmitUpload(Path),
        new DueCommand.ClearUpload(Path),
        new DueCommand.MarkDisclosure(SomeDisclosure.Id, DisclosureMark.Lapsed),
        new DueCommand.IssueGrant(SomeDisclosure.Id),
        new DueCommand.ReleaseItem(SomeDisclosure.Id, SomeDisclosure.Item),
        new DueCommand.IssueManifest(SomeDisclosure.Id),
        new DueCommand.RemoveCopies(SomeDisclosure.Id),
        new DueCommand.SettleHolds(),
        new DueCommand.SetDates(),
        new DueCommand.MarkDate(RetentionDateKind.Erasure, Some.Time, IsPassed: true),
        new DueCommand.LapseErasure(2),
        new DueCommand.BeginErasure(1),
        new DueCommand.EraseEnvelope(Path, 3),
        new DueCommand.CertifyErasure(1),
        new DueCommand.IssueNotice(NoticeId.Of(Some.Case, 3)),
        new DueCommand.MarkNotice(NoticeId.Of(Some.Case, 3), NoticeMark.Overdue),
        new DueCommand.RotateKeys(),
        new DueCommand.ClassifyItem(ItemId.Parse("statement")),
        new DueCommand.AssessRisk(),
    ];

    [Fact]
    public void Every_command_is_listed_here() =>
        Assert.Equal(typeof(DueCommand).GetNestedTypes().Order(Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name))),
            Commands.Select(command => command.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal));

    [Fact]
    public void A_decision_goes_through_JSON_and_back()
    {
        var decision = new Decision(Commands, Some.Time);
        string json = JsonSerializer.Serialize(decision);
        Decision read = JsonSerializer.Deserialize<Decision>(json)!;
        Assert.Equal(Some.Time, read.LookAgainAt);
        Assert.Equal(json, JsonSerializer.Serialize(read));
        Assert.Equal(Commands.Select(command => command.GetType()), read.Due.Select(command => command.GetType()));
        Assert.Equal(Path, Assert.IsType<DueCommand.DestroyEnvelope>(read.Due[3]).Path);
    }
}
