using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Tests.Disclosure;

public sealed class DisclosureAcknowledgeTests
{
    [Fact]
    public async Task A_recall_is_acknowledged_by_a_statement_that_names_it()
    {
        await using var disclosed = await RecalledAsync(RecallMeasure.Rectify);
        string? recall = null;
        disclosed.Change = content => content["recall"] = recall ??= (string?)content["recall"];

        var ran = await AcknowledgeAsync(disclosed, "rectify");
        var again = await AcknowledgeAsync(disclosed, "rectify");

        Assert.True(ran.Status == 0, ran.Error);
        var acknowledgement = RecallAcknowledgement.FromJson(Statement.Verify(
            Assert.Single(disclosed.Sent), RecallAcknowledgement.Type, [new VerificationKey(Partner.SigningKey, DateTimeOffset.UnixEpoch, null)]));
        Assert.Equal((Disclosed.Id, DisclosureStatements.DigestOf(recall!)), (acknowledgement.Disclosure.ToString(), acknowledgement.Recall));
        Assert.Equal(("POST", $"/api/v1/disclosures/{Disclosed.Id}/acknowledgement"), (disclosed.Calls[1].Method, disclosed.Calls[1].Target));
        Assert.Equal(recall, await File.ReadAllTextAsync(Path.Combine(disclosed.Out, "recall.jws")));
        Assert.Equal((0, false), (again.Status, (bool)again.Json["isNew"]!));
    }

    [Fact]
    public async Task What_was_not_recalled_cannot_be_acknowledged()
    {
        await using var disclosed = await Disclosed.NewAsync();
        var ran = await AcknowledgeAsync(disclosed, "erase");
        Assert.Equal(((int)ExitCode.Refused, "not-recalled"), (ran.Status, (string?)ran.Failure["slug"]));
    }

    [Fact]
    public async Task Something_else_than_what_the_recall_asks_for_is_no_answer()
    {
        await using var disclosed = await RecalledAsync(RecallMeasure.Erase);
        var ran = await AcknowledgeAsync(disclosed, "restrict");
        Assert.Equal((int)ExitCode.Usage, ran.Status);
        Assert.Contains("erase, LED art. 16(6)", ran.Error, StringComparison.Ordinal);
        Assert.Empty(disclosed.Sent);
    }

    [Fact]
    public async Task Nothing_is_said_to_be_erased_while_it_lies_in_the_folder()
    {
        await using var disclosed = await Disclosed.NewAsync();
        await disclosed.CollectAsync();
        await RecallAsync(disclosed, RecallMeasure.Erase);
        var receipts = disclosed.Sent.Count;

        Assert.Equal((int)ExitCode.Usage, (await AcknowledgeAsync(disclosed, "erase")).Status);
        Assert.Equal(receipts, disclosed.Sent.Count);
        Directory.Delete(Path.Combine(disclosed.Out, "bag"), recursive: true);
        Assert.Equal(0, (await AcknowledgeAsync(disclosed, "erase")).Status);
    }

    [Fact]
    public async Task A_recall_by_another_key_is_not_believed()
    {
        await using var disclosed = await RecalledAsync(RecallMeasure.Erase);
        await using var forger = await Disclosed.NewAsync();
        var forged = await Statement.SignAsync(RecallNotice.Type, disclosed.Recall!.ToJson(), forger, default);
        disclosed.Change = content => content["recall"] = forged;
        Assert.Equal("recall-signature", (string?)(await AcknowledgeAsync(disclosed, "erase")).Failure["slug"]);
        Assert.Equal("recall-signature", await disclosed.SlugAsync(ExitCode.Breaks));
    }

    [Fact]
    public async Task A_recall_of_another_disclosure_or_manifest_is_not_believed()
    {
        await using var disclosed = await RecalledAsync(RecallMeasure.Erase);
        var right = disclosed.Recall!;
        disclosed.Recall = right with { Disclosure = Disclosed.Disclosing("7K3Q-F2M9-X4TD-2") };
        Assert.Equal("recall-other-disclosure", (string?)(await AcknowledgeAsync(disclosed, "erase")).Failure["slug"]);
        disclosed.Recall = right with { Manifest = new string('0', 64) };
        Assert.Equal("recall-other-disclosure", (string?)(await AcknowledgeAsync(disclosed, "erase")).Failure["slug"]);
        Assert.Empty(disclosed.Sent);
    }

    [Fact]
    public async Task The_list_says_what_to_do_next()
    {
        await using var authority = new Http.StubAuthority(call => call.AnswerAsync(200, """
            {"disclosures":[
            {"disclosure":"7K3Q-F2M9-X4TD-1","case":"7K3Q-F2M9-X4TD","state":"ready","items":2,"receiptDue":"2026-11-29T09:00:00Z","receiptOverdue":false,"expiresAt":"2026-12-06T09:00:00Z"},
            {"disclosure":"7K3Q-F2M9-X4TD-2","case":"7K3Q-F2M9-X4TD","state":"receipt-awaited","items":1,"receiptDue":"2026-11-20T09:00:00Z","receiptOverdue":true,"expiresAt":"2026-12-06T09:00:00Z"},
            {"disclosure":"7K3Q-F2M9-X4TD-3","case":"7K3Q-F2M9-X4TD","state":"recalled","items":1,"receiptDue":"2026-11-20T09:00:00Z","receiptOverdue":false,"expiresAt":"2026-12-06T09:00:00Z"}]}
            """));
        using var folder = new Folder();
        string[] line = ["disclosure", "list", "--authority-url", authority.Url, "--partner", Partner.Id, "--key", folder.Write("partner.jwk", Partner.KeyFile)];

        var plain = await Ran.Of(line);
        var json = await Ran.Of([.. line, "--json"]);

        Assert.Contains("rogatory collect 7K3Q-F2M9-X4TD-1", plain.Output, StringComparison.Ordinal);
        Assert.Contains("2026-11-20T09:00:00Z (overdue)", plain.Output, StringComparison.Ordinal);
        Assert.Contains("rogatory disclosure acknowledge 7K3Q-F2M9-X4TD-3", plain.Output, StringComparison.Ordinal);
        Assert.Equal("receipt-awaited", (string?)json.Json["disclosures"]![1]!["state"]);
    }

    private static async Task<Disclosed> RecalledAsync(RecallMeasure measure)
    {
        var disclosed = await Disclosed.NewAsync();
        await RecallAsync(disclosed, measure);
        return disclosed;
    }

    private static async Task RecallAsync(Disclosed disclosed, RecallMeasure measure)
    {
        disclosed.State = "recalled";
        disclosed.Recall = new RecallNotice(disclosed.Manifest.Disclosure, DisclosureStatements.DigestOf(await disclosed.StatementAsync()), measure, "LED art. 16(6)", disclosed.Manifest.At);
    }

    private static Task<Ran> AcknowledgeAsync(Disclosed disclosed, string done) => disclosed.RunAsync(
        CancellationToken.None, "disclosure", "acknowledge", Disclosed.Id, "--done", done, "--authority", disclosed.Folder["authority.json"], "--out", disclosed.Out);
}
