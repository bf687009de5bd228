using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Receipt;
using Rogatory.Core.Tests.Receipt;

namespace Rogatory.Core.Tests.Case;

public sealed class SpaceTests : IDisposable
{
    // Found by search: about one reference in a million derives to an id that begins with DRYR.
    private const string PartnersUnlucky = "PNF-83283";
    private const string OursUnlucky = "OURS-56126";

    private readonly TestAuthority _authority = new();

    [Theory]
    [InlineData("fr-pnf", "PNF-2026-0411", "DRYR-2T2H-V8TB")]
    [InlineData("de-sta", "1", "DRYR-PB92-8J5R")]
    public void A_drills_case_id_is_DRYR_and_the_first_40_bits_of_the_digest(string partner, string reference, string expected)
    {
        CaseId @case = Space.Drill.CaseOf(PartnerId.Parse(partner), reference);
        Assert.Equal(expected, @case.ToString());
        Assert.True(@case.IsOfDrill);
        Assert.True(CaseId.TryParse(expected, out CaseId parsed));
        Assert.Equal(@case, parsed);
    }

    [Fact]
    public void A_reference_that_would_derive_to_a_drills_id_is_refused_where_matters_are_real()
    {
        Assert.True(CaseId.Of(TestAuthority.Partner, PartnersUnlucky).IsOfDrill);
        Assert.Equal("choose-another-reference", Assert.Throws<RefusedException>(() => Space.Real.CaseOf(TestAuthority.Partner, PartnersUnlucky)).Slug);
        Assert.Equal("choose-another-reference", Assert.Throws<RefusedException>(() => Space.Real.CaseOfOurs(OursUnlucky)).Slug);
        Assert.Equal("DRYR-DRYR", Space.Drill.CaseOf(TestAuthority.Partner, PartnersUnlucky).ToString()[..9]);
    }

    [Fact]
    public async Task A_partners_request_with_such_a_reference_opens_no_case()
    {
        Assert.Equal("choose-another-reference", await SlugAsync(() => OpenAsync(PartnersUnlucky)));
        Assert.Null(_authority.Queue.Take());
    }

    [Fact]
    public async Task Real_matters_know_no_drills_case_to_read_to_change_or_to_answer()
    {
        CaseId drill = Space.Drill.CaseOf(TestAuthority.Partner, "PNF-2026-0411");
        Assert.Equal("case-of-drill", await SlugAsync(() => _authority.Journal.GetAsync(drill, default)));
        Assert.Equal("case-of-drill", await SlugAsync(() => _authority.Journal.LoadAsync(drill, default)));
        Assert.Equal("case-of-drill", await SlugAsync(() => _authority.Journal.AppendAsync(drill, "system:test", CommandId.Derive("test"), _ => [], default)));
        Assert.Equal("case-of-drill", await SlugAsync(() => OpenAsync($"re {drill}")));
    }

    [Fact]
    public async Task Drills_know_no_real_case()
    {
        _authority.Space = Space.Drill;
        _authority.Restart();
        CaseId real = CaseId.Of(TestAuthority.Partner, "PNF-2026-0411");
        Assert.Equal("case-not-of-drill", await SlugAsync(() => _authority.Journal.GetAsync(real, default)));
        Assert.Equal("case-not-of-drill", await SlugAsync(() => _authority.Journal.AppendAsync(real, "system:test", CommandId.Derive("test"), _ => [], default)));

        OpenedRequest opened = await OpenAsync("PNF-2026-0411");
        Assert.Equal("DRYR-2T2H-V8TB", opened.State.Case.ToString());
        await _authority.VerifyAsync(opened.State.Case);
    }

    [Fact]
    public async Task A_statement_of_a_drill_verifies_by_the_drills_keys_only_and_says_in_its_type_what_it_is()
    {
        using var real = new TestSigner();
        using var drill = new TestSigner { KeyId = "sig-drill", Space = Space.Drill };
        var payload = new System.Text.Json.Nodes.JsonObject { ["at"] = Statement.FormatTime(TestSigner.Start) };
        string signed = await Statement.SignAsync("rogatory-receipt+jws", payload, drill, default);

        Assert.Contains("\"typ\":\"rogatory-drill-receipt+jws\"", System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(signed.Split('.')[0])));
        Assert.NotNull(Statement.Verify(signed, "rogatory-receipt+jws", [drill.Published]));
        Assert.Equal("header", Reason(signed, real.Published));
        // Even with the drill's key among those of real matters, without the word for its space.
        Assert.Equal("header", Reason(signed, drill.Published with { Space = Space.Real }));
        Assert.Equal("header", Reason(await Statement.SignAsync("rogatory-receipt+jws", payload, real, default), real.Published with { Space = Space.Drill }));
    }

    [Fact]
    public void A_key_set_says_which_keys_are_of_drills()
    {
        using var real = new TestSigner();
        using var drill = new TestSigner { KeyId = "sig-drill", Space = Space.Drill };
        Assert.Equal([Space.Real, Space.Drill], Read(real.Published, drill.Published).Select(key => key.Space));
        Assert.Null(real.Published.ToJson()["space"]);
        var wrong = drill.Published.ToJson();
        wrong["space"] = "play";
        Assert.Throws<FormatException>(() => VerificationKey.ReadSet(Set(wrong)));
    }

    public void Dispose() => _authority.Dispose();

    private Task<OpenedRequest> OpenAsync(string reference) => _authority.OpenRequest.RunAsync(TestAuthority.Partner, TestAuthority.Request(reference), default);

    private static string Reason(string statement, VerificationKey key) =>
        Assert.Throws<InvalidStatementException>(() => Statement.Verify(statement, "rogatory-receipt+jws", [key])).Reason;

    private static IReadOnlyList<VerificationKey> Read(params VerificationKey[] keys) => VerificationKey.ReadSet(Set([.. keys.Select(key => key.ToJson())]));

    private static System.Text.Json.JsonElement Set(params System.Text.Json.Nodes.JsonObject[] keys) =>
        System.Text.Json.JsonSerializer.SerializeToElement(new { keys });

    private static async Task<string> SlugAsync<T>(Func<Task<T>> call) => (await Assert.ThrowsAsync<RefusedException>(call)).Slug;
}
