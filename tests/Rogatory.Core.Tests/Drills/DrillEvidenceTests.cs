using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Drills;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Core.Tests.Receipt;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.Drills;

public sealed class DrillEvidenceTests : IDisposable
{
    private static readonly OfficerId Admin = OfficerId.Parse(EnrolledOfficers.FirstAdmin);
    private static readonly OfficerId Player = OfficerId.Parse("o-player");
    private static readonly PolicySet Policy = PolicySet.Load();
    private static readonly DrillCatalogue Catalogue = DrillCatalogue.Load();

    private readonly MovableTime _time = new(TestSigner.Start);
    private readonly InMemoryLedgerStore _ledgers = new();
    private readonly TestSigner _signer = new() { KeyId = "sig-drill", Space = Space.Drill };

    [Fact]
    public async Task A_passed_drill_is_evidence_for_a_course_that_it_earns()
    {
        string statement = await SignAsync(Result("over-disclosure"));
        await RecordAsync("mla-basics", statement);
        await RecordAsync("mla-basics", statement);

        OfficerEntry entry = (await new OfficerRegister(_ledgers, _time).GetAsync(default)).Find(Player)!;
        TrainingRecorded passed = entry.Training["mla-basics"];
        Assert.Equal((EvidenceKind.Drill, "DRYR-0000-0001", DisclosureStatements.DigestOf(statement)), (passed.Evidence, passed.Reference, passed.Digest));
        Assert.Equal(DateOnly.FromDateTime(TestSigner.Start.UtcDateTime), passed.PassedOn);
        LedgerReport report = LedgerCheck.Check(new MemoryStream(await _ledgers.ReadAsync(OfficerRegister.LedgerName, 0, default)));
        Assert.True(report.Holds, report.Why);
    }

    [Fact]
    public async Task A_result_that_proves_something_else_is_no_evidence()
    {
        Assert.Equal("drill-result-invalid", await SlugAsync("mla-basics", await SignAsync(Result("over-disclosure") with { Passed = false })));
        Assert.Equal("drill-result-invalid", await SlugAsync("mla-basics", await SignAsync(Result("over-disclosure") with { Officer = OfficerId.Parse("o-other") })));
        Assert.Equal("drill-result-invalid", await SlugAsync("transfers-abroad", await SignAsync(Result("over-disclosure"))));
        Assert.Equal("drill-result-invalid", await SlugAsync("retention-and-erasure", await SignAsync(Result("over-disclosure"))));
        Assert.Equal("training-malformed", await SlugAsync("no-such-course", await SignAsync(Result("over-disclosure"))));
    }

    [Fact]
    public async Task A_result_counts_by_the_keys_of_the_named_space_of_drills_only()
    {
        string statement = await SignAsync(Result("over-disclosure"));
        Assert.Equal("drill-result-invalid", await SlugAsync("mla-basics", statement, DrillKeys.None));
        using var other = new TestSigner { KeyId = "sig-drill", Space = Space.Drill };
        Assert.Equal("drill-result-invalid", await SlugAsync("mla-basics", statement, Keys(other)));
        using var real = new TestSigner { KeyId = "sig-drill" };
        Assert.Throws<FormatException>(() => Keys(real));
        Assert.Throws<FormatException>(() => DrillKeys.Parse("{"));
        Assert.Equal("drill-result-invalid", await SlugAsync("mla-basics", await Statement.SignAsync(DrillResult.Type, Result("over-disclosure").ToJson(), real, default)));
        Assert.Equal("drill-result-invalid", await SlugAsync("mla-basics", "nonsense"));
    }

    [Fact]
    public async Task A_result_of_a_drill_that_was_changed_since_is_no_evidence() =>
        Assert.Equal("drill-result-invalid", await SlugAsync("mla-basics", await SignAsync(Result("over-disclosure") with { Digest = new string('a', 64) })));

    [Fact]
    public async Task A_result_counts_from_the_day_on_which_it_was_earned_however_late_and_often_it_is_entered()
    {
        string statement = await SignAsync(Result("over-disclosure"));
        await RecordAsync("mla-basics", statement);
        TrainingRecorded first = await PassedAsync();
        long lines = (await _ledgers.ReadAsync(OfficerRegister.LedgerName, 0, default)).Length;
        _time.Advance(TimeSpan.FromDays(1000));
        await Evidence(Keys(_signer)).RecordAsync(Admin, Player, "mla-basics", "1", statement, default);
        Assert.Equal(first, await PassedAsync());
        Assert.Equal(lines, (await _ledgers.ReadAsync(OfficerRegister.LedgerName, 0, default)).Length);
        Assert.True(first.ValidUntil < _time.Now);
    }

    [Fact]
    public async Task An_old_result_takes_no_newer_ones_place()
    {
        string old = await SignAsync(Result("over-disclosure"));
        _time.Advance(TimeSpan.FromDays(20));
        await RecordAsync("mla-basics", await SignAsync(Result("unread-scan") with { At = _time.Now, Case = CaseId.Parse("DRYR-0000-0002") }));
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => Evidence(Keys(_signer)).RecordAsync(Admin, Player, "mla-basics", "1", old, default));
        Assert.Equal("drill-result-invalid", refused.Slug);
        Assert.Equal("DRYR-0000-0002", (await PassedAsync()).Reference);
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"sig-drill","typ":"rogatory-drill-result+jws"}""")]
    [InlineData("""{"alg":"HS256","kid":"sig-drill","typ":"rogatory-drill-result+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"sig-drill","typ":"rogatory-result+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"sig-drill","typ":"rogatory-drill-checkpoint+jws"}""")]
    [InlineData("""{"alg":"ES256","kid":"sig-drill","typ":"JWT"}""")]
    [InlineData("""{"alg":"ES256","kid":"sig-drill","typ":"rogatory-drill-result+jws","jwk":{}}""")]
    [InlineData("""{"alg":"ES256","kid":"other","typ":"rogatory-drill-result+jws"}""")]
    public async Task A_result_of_another_algorithm_key_or_kind_is_no_evidence_whoever_signed_it(string header)
    {
        string payload = (await SignAsync(Result("over-disclosure"))).Split('.')[1];
        string input = $"{Encode(System.Text.Encoding.ASCII.GetBytes(header))}.{payload}";
        byte[] bytes = System.Text.Encoding.ASCII.GetBytes(input);
        byte[] signed = await _signer.SignAsync(bytes, default);
        byte[] hashed = System.Security.Cryptography.HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(_signer.Published.ToJson().ToJsonString()), bytes);
        foreach (byte[] signature in (byte[][])[signed, hashed, []])
            Assert.Equal("drill-result-invalid", await SlugAsync("mla-basics", $"{input}.{Encode(signature)}"));
    }

    [Theory]
    [InlineData("\"passed\":false", "\"passed\":true")]
    [InlineData("\"points\":100", "\"points\":99")]
    [InlineData("o-player", "o-cheats")]
    public async Task A_result_that_was_edited_is_no_evidence(string written, string edited)
    {
        string[] parts = (await SignAsync(Result("over-disclosure") with { Passed = written.Contains("true", StringComparison.Ordinal) || !written.Contains("passed", StringComparison.Ordinal) })).Split('.');
        string payload = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]));
        Assert.Contains(written, payload, StringComparison.Ordinal);
        parts[1] = Encode(System.Text.Encoding.UTF8.GetBytes(payload.Replace(written, edited, StringComparison.Ordinal)));
        Assert.Equal("drill-result-invalid", await SlugAsync("mla-basics", string.Join('.', parts)));
    }

    [Fact]
    public async Task A_key_of_real_matters_that_a_file_says_is_of_drills_verifies_no_result()
    {
        using var real = new TestSigner { KeyId = "sig-drill" };
        using var said = new TestSigner { KeyId = "sig-drill", Space = Space.Drill };
        var key = real.Published.ToJson();
        (key["use"], key["space"]) = ("sig", "drill");
        DrillKeys keys = DrillKeys.Parse(new System.Text.Json.Nodes.JsonObject { ["keys"] = new System.Text.Json.Nodes.JsonArray(key) }.ToJsonString());
        Assert.Equal("drill-result-invalid", await SlugAsync("mla-basics", await Statement.SignAsync(DrillResult.Type, Result("over-disclosure").ToJson(), real, default), keys));
        Assert.Equal("drill-result-invalid", await SlugAsync("mla-basics", await Statement.SignAsync(DrillResult.Type, Result("over-disclosure").ToJson(), said, default), keys));
    }

    [Fact]
    public async Task A_result_about_a_real_case_is_no_evidence() =>
        Assert.Equal("drill-result-invalid", await SlugAsync("mla-basics", await SignAsync(Result("over-disclosure") with { Case = Some.Case })));

    [Fact]
    public async Task Nobody_enters_their_own_result() =>
        Assert.Equal("officer-own-record", (await Assert.ThrowsAsync<RefusedException>(async () =>
            await Evidence(Keys(_signer)).RecordAsync(Player, Player, "mla-basics", "1", await SignAsync(Result("over-disclosure")), default))).Slug);

    [Fact]
    public void The_catalogue_names_drills_that_there_are_and_each_drill_earns_a_course()
    {
        string[] drills = [.. DrillCatalogue.Load().Drills.Select(drill => drill.Drill)];
        string[] earning = [.. Policy.Access!.Courses.Values.SelectMany(course => course.Drills)];
        Assert.Equal(drills.Order(), earning.Order());
    }

    public void Dispose() => _signer.Dispose();

    private static DrillResult Result(string drill) => new(
        drill, new DateOnly(2026, 11, 29), Catalogue.DigestOf(drill), CaseId.Parse("DRYR-0000-0001"), Player, 100, true, new ReceiptLedger(3, new string('b', 64)), TestSigner.Start);

    private static DrillKeys Keys(TestSigner signer)
    {
        var key = signer.Published.ToJson();
        key["use"] = "sig";
        return DrillKeys.Parse(new System.Text.Json.Nodes.JsonObject { ["keys"] = new System.Text.Json.Nodes.JsonArray(key) }.ToJsonString());
    }

    private Task<string> SignAsync(DrillResult result) => Statement.SignAsync(DrillResult.Type, result.ToJson(), _signer, default);

    private DrillEvidence Evidence(DrillKeys keys) => new(new TrainOfficer(new OfficerRegister(_ledgers, _time), Policy, _time), keys, Catalogue, Policy);

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private async Task<TrainingRecorded> PassedAsync() => (await new OfficerRegister(_ledgers, _time).GetAsync(default)).Find(Player)!.Training["mla-basics"];

    private async Task RecordAsync(string course, string statement, DrillKeys? keys = null)
    {
        await new EnrolledOfficers(_ledgers, _time).EnrolAsync(Player.ToString());
        await Evidence(keys ?? Keys(_signer)).RecordAsync(Admin, Player, course, "1", statement, default);
    }

    private async Task<string> SlugAsync(string course, string statement, DrillKeys? keys = null) =>
        (await Assert.ThrowsAsync<RefusedException>(() => RecordAsync(course, statement, keys))).Slug;
}
