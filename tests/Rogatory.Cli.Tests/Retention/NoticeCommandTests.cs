using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Tests.Disclosure;
using Rogatory.Cli.Tests.Http;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;

namespace Rogatory.Cli.Tests.Retention;

public sealed class NoticeCommandTests : IAsyncLifetime
{
    private static readonly CorrectionNotice Notice = new(
        NoticeId.Of(CaseId.Parse(Disclosed.Case), 1), ItemId.Parse("statement"), new string('c', 64), NoticeMeasure.Rectify, "LED art. 16(5)",
        Disclosure: null, ItemId.Parse("statement.rectification-1"), new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    private readonly List<string> _sent = [];
    private Disclosed _signer = null!;
    private StubAuthority _authority = null!;
    private string _notice = "";
    private Func<NoticeAcknowledgement, NoticeAcknowledgement> _change = one => one;

    public async Task InitializeAsync()
    {
        _signer = await Disclosed.NewAsync(("statement", "statement.csv", [1]));
        _authority = new StubAuthority(AnswerAsync);
        _notice = await SignAsync(Notice);
    }

    [Fact]
    public async Task The_list_says_what_was_corrected_and_what_to_do_next()
    {
        var ran = await RunAsync("list", "--authority", _signer.Folder["authority.json"]);
        Assert.True(ran.Status == 0, ran.Error);
        Assert.Contains("item statement was rectified: correct it; what is right is item statement.rectification-1 (LED art. 16(5))", ran.Output, StringComparison.Ordinal);
        Assert.Contains($"rogatory notice acknowledge {Notice.Notice}", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_acknowledgement_names_the_notice_and_is_sent_once()
    {
        var ran = await AcknowledgeAsync("rectify");
        var again = await AcknowledgeAsync("rectify");
        Assert.True(ran.Status == 0, ran.Error);
        var sent = NoticeAcknowledgement.FromJson(Statement.Verify(
            Assert.Single(_sent), NoticeAcknowledgement.Type, [new VerificationKey(Partner.SigningKey, DateTimeOffset.UnixEpoch, null)]));
        Assert.Equal((Notice.Notice, DisclosureStatements.DigestOf(_notice)), (sent.Notice, sent.Statement));
        Assert.Equal(_notice, await File.ReadAllTextAsync(Path.Combine(_signer.Out, "notice.jws")));
        Assert.Equal((0, false), (again.Status, (bool)again.Json["isNew"]!));
    }

    [Fact]
    public async Task Something_else_than_what_the_notice_asks_for_is_no_answer()
    {
        Assert.Equal((int)ExitCode.Usage, (await AcknowledgeAsync("erase")).Status);
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task A_notice_that_is_not_there_is_not_acknowledged()
    {
        var ran = await RunAsync("acknowledge", $"{Disclosed.Case}-N2", "--done", "rectify", "--authority", _signer.Folder["authority.json"], "--out", _signer.Out, "--json");
        Assert.Equal(((int)ExitCode.Refused, "notice-not-found"), (ran.Status, (string?)ran.Failure["slug"]));
    }

    [Fact]
    public async Task A_notice_by_another_key_or_under_another_name_is_not_believed()
    {
        await using var forger = await Disclosed.NewAsync(("statement", "statement.csv", [1]));
        _notice = await Statement.SignAsync(CorrectionNotice.Type, Notice.ToJson(), forger, default);
        Assert.Equal("notice-signature", (string?)(await AcknowledgeAsync("rectify")).Failure["slug"]);
        _notice = await SignAsync(Notice with { Notice = NoticeId.Of(CaseId.Parse(Disclosed.Case), 2) });
        Assert.Equal("notice-other", (string?)(await AcknowledgeAsync("rectify")).Failure["slug"]);
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task A_countersignature_for_something_else_is_not_believed()
    {
        _change = one => one with { Statement = new string('0', 64) };
        var ran = await AcknowledgeAsync("rectify");
        Assert.Equal(((int)ExitCode.Breaks, "countersignature-other"), (ran.Status, (string?)ran.Failure["slug"]));
        _change = one => one with { Notice = NoticeId.Of(CaseId.Parse(Disclosed.Case), 2) };
        Assert.Equal("countersignature-other", (string?)(await AcknowledgeAsync("rectify")).Failure["slug"]);
    }

    public async Task DisposeAsync()
    {
        await _authority.DisposeAsync();
        await _signer.DisposeAsync();
    }

    private Task<string> SignAsync(CorrectionNotice notice) => Statement.SignAsync(CorrectionNotice.Type, notice.ToJson(), _signer, default);

    private async Task AnswerAsync(StubAuthority.Call call)
    {
        if (call.Method == "GET")
        {
            var one = new JsonObject { ["notice"] = Notice.Notice.ToString(), ["state"] = "issued", ["dueAt"] = "2026-12-06T09:00:00Z", ["statement"] = _notice };
            await call.AnswerAsync(200, new JsonObject { ["notices"] = new JsonArray(one) }.ToJsonString());
            return;
        }

        Assert.Equal($"/api/v1/notices/{Notice.Notice}/acknowledgement", call.Target);
        _sent.Add(Encoding.ASCII.GetString(await call.ContentAsync()));
        var signed = new NoticeAcknowledgement(Notice.Notice, DisclosureStatements.DigestOf(_sent[^1]), Notice.At);
        await call.AnswerAsync(200, await Statement.SignAsync(NoticeAcknowledgement.CountersignatureType, _change(signed).ToJson(), _signer, default), "application/jose");
    }

    private Task<Ran> AcknowledgeAsync(string done) => RunAsync(
        "acknowledge", Notice.Notice.ToString(), "--done", done, "--authority", _signer.Folder["authority.json"], "--out", _signer.Out, "--json");

    private Task<Ran> RunAsync(params string[] arguments) => Ran.Of(
        ["notice", .. arguments, "--authority-url", _authority.Url, "--partner", Partner.Id, "--key", _signer.Folder["partner.jwk"]]);
}
