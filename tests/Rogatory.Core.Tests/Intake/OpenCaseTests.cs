using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Review;
using Rogatory.Core.Tests.Disclosure;
using Rogatory.TestKit;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Intake;

public sealed class OpenCaseTests : IAsyncLifetime, IDisposable
{
    private DisclosureScenario _scenario = null!;

    private TestAuthority Authority => _scenario.Authority;

    public async Task InitializeAsync() => _scenario = await DisclosureScenario.StartAsync();

    [Theory]
    [InlineData(CaseKind.Spontaneous)]
    [InlineData(CaseKind.Outgoing)]
    public async Task A_case_of_ours_is_open_for_material_at_once_and_waits_for_nothing(CaseKind kind)
    {
        JsonObject document = kind == CaseKind.Outgoing ? SomeDocument.Request() : SomeDocument.Information();
        (CaseState state, bool created) = await OpenAsync(kind, document);

        Assert.True(created);
        Assert.Equal((kind, CasePhase.Accepted, TestAuthority.Partner), (state.Kind, state.Phase, state.Partner));
        Assert.Equal(CaseId.OfOurs((string)document["reference"]!), state.Case);
        Assert.NotNull(state.Find(CaseState.RequestItem));
        string first = (await Authority.LedgerTextAsync(state.Case.ToString())).Split('\n')[0];
        Assert.Contains("\"actor\":\"officer:o-jansen\"", first, StringComparison.Ordinal);
        Assert.Contains("\"event\":\"intake.request-opened\"", first, StringComparison.Ordinal);
        await Authority.Runner.RunAsync(state.Case, CancellationToken.None);
        Assert.Null((await Authority.StateAsync(state.Case)).Receipt);
        await Authority.VerifyAsync(state.Case);
    }

    [Fact]
    public async Task The_same_document_again_gives_the_same_case_and_a_changed_one_takes_another_reference()
    {
        CaseId @case = (await OpenAsync(CaseKind.Outgoing, SomeDocument.Request())).State.Case;
        (CaseState again, bool created) = await OpenAsync(CaseKind.Outgoing, SomeDocument.Request());
        Assert.Equal((@case, false), (again.Case, created));
        await RefusedAsync("reference-already-used", CaseKind.Outgoing, SomeDocument.Request().With("facts", "Something else altogether."));
        await RefusedAsync("reference-already-used", CaseKind.Spontaneous, SomeDocument.Information("NL-2026-77"));
        await _scenario.RegisterAsync(partner: PartnerId.Parse("de-bfj"));
        await RefusedAsync("reference-already-used", CaseKind.Outgoing, SomeDocument.Request(), PartnerId.Parse("de-bfj"));
        await Authority.VerifyAsync(@case);
    }

    [Fact]
    public void No_partner_can_be_registered_whose_cases_ours_would_be()
    {
        Assert.False(PartnerId.TryParse(".home", out _));
        Assert.NotEqual(CaseId.Of(PartnerId.Parse("home"), "NL-2026-77"), CaseId.OfOurs("NL-2026-77"));
        Assert.Equal("4PRP-CF2N-SBM4", CaseId.OfOurs("NL-2026-77").ToString());
    }

    [Fact]
    public async Task Our_own_request_must_be_complete()
    {
        RefusedException refused = await RefusedAsync("request-incomplete", CaseKind.Outgoing, SomeDocument.Request().With("purpose", null).With("assistance", null));
        RequestFault[] faults = Assert.IsType<RequestFault[]>(refused.Extensions["faults"]);
        Assert.Contains(faults, fault => fault.Pointer == "/purpose" && fault.Message.Contains("UNCAC art. 46(15)(f)", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Pointer == "/assistance");
        Assert.Null((await Authority.Journal.LoadAsync(CaseId.OfOurs("NL-2026-77"), CancellationToken.None)).State);
    }

    [Fact]
    public async Task Information_says_its_purpose_and_what_it_is_and_asks_for_nothing()
    {
        await RefusedAsync("request-incomplete", CaseKind.Spontaneous, SomeDocument.Information().With("purpose", null));
        await RefusedAsync("request-incomplete", CaseKind.Spontaneous, SomeDocument.Information().With("facts", " "));
        await RefusedAsync("request-malformed", CaseKind.Spontaneous, SomeDocument.Request());
        Assert.True((await OpenAsync(CaseKind.Spontaneous, SomeDocument.Information().With("authority", null))).Created);
    }

    [Fact]
    public async Task What_goes_with_it_is_added_later_and_not_declared()
    {
        JsonNode items = SampleRequests.ReadTree("uncac-bank-records")["items"]!.DeepClone();
        await RefusedAsync("request-malformed", CaseKind.Outgoing, SomeDocument.Request().With("items", items));
    }

    [Fact]
    public async Task It_is_for_a_registered_partner()
    {
        await RefusedAsync("partner-not-found", CaseKind.Outgoing, SomeDocument.Request(), PartnerId.Parse("xx-nobody"));
        await _scenario.SuspendAsync();
        await RefusedAsync("partner-not-found", CaseKind.Outgoing, SomeDocument.Request());
    }

    [Fact]
    public async Task Our_date_for_an_answer_runs_and_is_flagged_when_it_passes()
    {
        CaseState state = (await OpenAsync(CaseKind.Outgoing, SomeDocument.Request())).State;
        Deadline due = Assert.Single(state.Deadlines);
        Assert.Equal(("answer.respond-by", new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero), "UNCAC art. 46(24)"), (due.Clock, due.Due, due.Citation));
        Authority.Time.Advance(due.Due - Authority.Time.Now);
        await Authority.Runner.RunAsync(state.Case, CancellationToken.None);
        Assert.Equal(["answer.respond-by"], (await Authority.StateAsync(state.Case)).Missed);
        Assert.Empty((await OpenAsync(CaseKind.Outgoing, SomeDocument.Request("NL-2026-80").With("respondBy", null))).State.Deadlines);
    }

    [Fact]
    public async Task Nobody_decides_on_what_we_ask_or_tell_ourselves()
    {
        CaseId @case = (await OpenAsync(CaseKind.Spontaneous, SomeDocument.Information())).State.Case;
        var accept = new ProposedDecision(DecisionKind.Accept, "complete-and-lawful", "UNCAC art. 46", "Nothing stands against it.");
        Assert.Equal("decision-not-possible", (await Assert.ThrowsAsync<RefusedException>(
            () => Authority.DecideRequest.RunAsync(TestAuthority.Officer, @case, accept, CancellationToken.None))).Slug);
    }

    [Fact]
    public async Task The_partner_that_it_is_for_sends_nothing_to_it()
    {
        CaseId @case = (await OpenAsync(CaseKind.Outgoing, SomeDocument.Request())).State.Case;
        Assert.False((await Authority.StateAsync(@case)).IsFrom(TestAuthority.Partner));
        Assert.Equal("case-not-found", (await Assert.ThrowsAsync<RefusedException>(() => Authority.SendAsync(@case, "statement", [1]))).Slug);
        Assert.Equal("case-not-found", (await Assert.ThrowsAsync<RefusedException>(
            () => Authority.GrantUpload.RunAsync(TestAuthority.Partner, @case, ItemId.Parse("statement"), null, CancellationToken.None))).Slug);
    }

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_the_case_is_opened_once(FaultMode mode)
    {
        for (int failing = 1; ; failing++)
        {
            using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
            TestAuthority authority = scenario.Authority;
            int before = authority.Faults.Calls;
            authority.Faults.Fail(before + failing, mode);
            CaseId @case = (await authority.EventuallyAsync(() => authority.OpenCase.RunAsync(
                TestAuthority.Officer, CaseKind.Outgoing, TestAuthority.Partner, SampleRequests.ToBytes(SomeDocument.Request()), CancellationToken.None))).State.Case;
            if (!authority.Faults.Struck)
            {
                Assert.True(failing > 5, $"Opening made only {failing - 1} calls, so this proves little.");
                return;
            }

            Assert.Equal(2, (await authority.LedgerTextAsync(@case.ToString())).Split("intake.request-opened").Length);
            await authority.VerifyAsync(@case);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario.Dispose();

    private Task<(CaseState State, bool Created)> OpenAsync(CaseKind kind, JsonObject document, PartnerId? partner = null) =>
        Authority.OpenCase.RunAsync(TestAuthority.Officer, kind, partner ?? TestAuthority.Partner, SampleRequests.ToBytes(document), CancellationToken.None);

    private async Task<RefusedException> RefusedAsync(string slug, CaseKind kind, JsonObject document, PartnerId? partner = null)
    {
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => OpenAsync(kind, document, partner));
        Assert.Equal(slug, refused.Slug);
        return refused;
    }
}
