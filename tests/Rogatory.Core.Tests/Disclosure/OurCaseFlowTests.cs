using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Core.Review;
using Rogatory.Core.Sealing;
using Rogatory.Core.Tests.Intake;
using Rogatory.Core.Tests.Retention;
using Rogatory.Core.Tests.Sealing;
using Rogatory.TestKit;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Disclosure;

/// <summary>Information of our own accord and requests of ours go out as any disclosure does, and a request is answered.</summary>
public sealed class OurCaseFlowTests : IAsyncLifetime, IDisposable
{
    private static readonly ItemId Accounts = ItemId.Parse("accounts");

    private DisclosureScenario _scenario = null!;

    private TestAuthority Authority => _scenario.Authority;

    public async Task InitializeAsync() => _scenario = await DisclosureScenario.StartAsync();

    [Fact]
    public async Task Information_goes_out_with_conditions_on_its_use_and_comes_back_with_a_receipt()
    {
        await OpenAsync(CaseKind.Spontaneous, SomeDocument.Information());
        DisclosureManifest manifest = await SendAsync(CaseState.RequestItem, Accounts);

        Assert.Equal(ManifestKind.Spontaneous, manifest.Kind);
        Assert.Contains(manifest.Conditions, one => one.Code == "spontaneous-limits" && one.Citation == "UNTOC art. 18(5), UNCAC art. 46(5)"
            && one.Text.Contains("exculpates", StringComparison.Ordinal));
        Assert.Equal(["investigation"], manifest.Purposes);
        Assert.Equal([CaseState.RequestItem, Accounts], manifest.Items.Select(item => item.Id));
        DisclosureState sent = Assert.Single((await Authority.StateAsync(_scenario.Case)).Disclosures);
        await _scenario.ReceiveAsync(sent.Id, await _scenario.ReceiptAsync(sent));
        await _scenario.RunAsync();
        Assert.Equal(DisclosureStep.Received, (await _scenario.FindAsync(sent.Id)).Step);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task A_request_goes_out_as_one_and_binds_the_partner_to_confidentiality()
    {
        await _scenario.RegisterAsync(StateCode.Parse("CH"));
        await OpenAsync(CaseKind.Outgoing, SomeDocument.Request());
        DisclosureManifest manifest = await SendAsync(CaseState.RequestItem, Accounts);

        Assert.Equal(ManifestKind.Request, manifest.Kind);
        Assert.Contains(manifest.Conditions, one => one.Code == "keep-our-request-confidential");
        Assert.DoesNotContain(manifest.Conditions, one => one.Code is "use-limits-ets182" or "keep-request-confidential");
        Assert.Equal("request", (string?)manifest.ToJson()["kind"]);
        await Authority.VerifyAsync(_scenario.Case);
    }

    [Fact]
    public async Task What_goes_out_of_our_request_without_the_letter_or_to_another_is_no_request_to_it()
    {
        await OpenAsync(CaseKind.Outgoing, SomeDocument.Request());
        Assert.Equal(ManifestKind.Answer, (await SendAsync(Accounts)).Kind);
        ProposedDisclosure proposal = Proposal(CaseState.RequestItem) with { Partner = PartnerId.Parse("de-bfj") };
        Assert.Null((await _scenario.ProposeAsync(proposal)).Check!.Facts["request"]!["outgoing"]);
    }

    [Fact]
    public async Task That_something_is_a_request_of_ours_is_not_for_an_officer_to_state()
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal();
        proposal.Facts["request"]!["outgoing"] = true;
        Assert.Equal("proposal-malformed", (await Assert.ThrowsAsync<RefusedException>(() => _scenario.ProposeAsync(proposal))).Slug);
    }

    [Fact]
    public async Task The_partners_answer_stops_our_clock_once_all_of_it_is_here()
    {
        CaseId asked = await OpenAsync(CaseKind.Outgoing, SomeDocument.Request());
        await SendAsync(CaseState.RequestItem);
        CaseId answer = await AnswerAsync($"re {asked} PNF-2026-0500");
        CaseState came = await Authority.StateAsync(answer);
        Assert.Equal(asked, came.Request.Answers);
        Assert.Empty(came.Deadlines);
        Assert.Empty(came.Request.Missing);
        Assert.NotEmpty((await Authority.StateAsync(asked)).Deadlines);

        await Authority.SendAsync(answer, "statement", SomeItem.Content);
        await Authority.Runner.RunAsync(answer, CancellationToken.None);
        await Authority.Runner.RunAsync(answer, CancellationToken.None);
        CaseState state = await Authority.StateAsync(asked);
        Assert.Empty(state.Deadlines);
        Assert.Equal([answer], state.Answers);
        Assert.Equal(CasePhase.AwaitingDecision, (await Authority.StateAsync(answer)).Phase);
        await Authority.VerifyAsync(asked);
        await Authority.VerifyAsync(answer);
    }

    [Fact]
    public async Task Nothing_of_an_answer_is_to_be_executed_so_no_decision_on_it_starts_a_clock()
    {
        CaseId asked = await OpenAsync(CaseKind.Outgoing, SomeDocument.Request());
        await SendAsync(CaseState.RequestItem);
        foreach (bool isAnswer in (bool[])[true, false])
        {
            JsonObject order = SampleRequests.ReadTree("eio-hearing").With("items", new JsonArray()).With("reference", isAnswer ? $"re {asked} order" : "order");
            CaseId @case = (await Authority.OpenRequest.RunAsync(TestAuthority.Partner, SampleRequests.ToBytes(order), CancellationToken.None)).State.Case;
            await Authority.Runner.RunAsync(@case, CancellationToken.None);
            var accept = new ProposedDecision(DecisionKind.Accept, "complete-and-lawful", "Directive 2014/41/EU art. 9", "Nothing stands against it.");
            CaseState accepted = await Authority.DecideRequest.RunAsync(TestAuthority.Officer, @case, accept, CancellationToken.None);
            Assert.Equal(!isAnswer, accepted.Deadlines.Exists(one => one.Clock == "eio.execute"));
        }
    }

    [Fact]
    public async Task What_names_a_case_that_its_sender_was_not_asked_in_is_a_request_like_any_other()
    {
        CaseId asked = await OpenAsync(CaseKind.Outgoing, SomeDocument.Request());
        await ProposeAsync(CaseState.RequestItem);
        Assert.Null((await Authority.StateAsync(await AnswerAsync($"re {asked} too early"))).Request.Answers);
        await SendAsync(CaseState.RequestItem, Accounts);
        CaseId another = (await Authority.OpenRequest.RunAsync(PartnerId.Parse("de-bfj"), Answer($"re {asked}"), CancellationToken.None)).State.Case;
        Assert.Null((await Authority.StateAsync(another)).Request.Answers);
        Assert.NotEmpty((await Authority.StateAsync(another)).Deadlines);
        foreach (string reference in (string[])[$"re {asked}x", $"RE {asked}", $"re: {asked}", $"{asked}", "re 7K3Q-F2M9-X4TD"])
            Assert.Null((await Authority.StateAsync(await AnswerAsync(reference))).Request.Answers);
        Assert.Equal(asked, (await Authority.StateAsync(await AnswerAsync($"re {asked}"))).Request.Answers);
    }

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_the_answer_is_noted_once(FaultMode mode)
    {
        CaseId asked = await OpenAsync(CaseKind.Outgoing, SomeDocument.Request());
        await SendAsync(CaseState.RequestItem);
        for (int failing = 1; ; failing++)
        {
            CaseId answer = await AnswerAsync($"re {asked} {failing}");
            await Authority.SendAsync(answer, "statement", SomeItem.Content);
            int before = Authority.Faults.Calls;
            Authority.Faults.Fail(before + failing, mode);
            await Authority.EventuallyAsync(() => Authority.Runner.RunAsync(answer, CancellationToken.None));
            if (!Authority.Faults.Struck)
            {
                Assert.True(failing > 8, $"The flow made only {failing - 1} calls, so this proves little.");
                break;
            }

            Assert.Single((await Authority.StateAsync(asked)).Answers, answer);
            Assert.NotNull((await Authority.StateAsync(answer)).Receipt);
        }

        await Authority.VerifyAsync(asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_beyond_the_most_or_to_what_is_erased_is_noted_no_more_and_is_a_case_all_the_same(bool isErased)
    {
        CaseId asked = await OpenAsync(CaseKind.Outgoing, SomeDocument.Request());
        await SendAsync(CaseState.RequestItem);
        CaseId answer = await AnswerAsync($"re {asked}");
        CaseState ours = await Authority.StateAsync(asked);
        ItemId[] all = [.. ours.Sealed.Values.Select(one => one.Item)];
        LedgerEvent[] before = isErased
            ? [SomeRetention.Proposed(), SomeRetention.Approved(all), SomeRetention.Begun(all), .. all.Select(SomeRetention.Erased)]
            : [.. Enumerable.Range(0, 200).Select(_ => new AnswerReceived { Command = Some.Command(), Answer = answer })];
        foreach (LedgerEvent one in before)
            await Authority.Journal.AppendAsync(asked, one is ErasureApproved ? "officer:o-devries" : "officer:o-jansen", one.Command, _ => [one], CancellationToken.None);
        int noted = isErased ? 0 : 200;

        await Authority.SendAsync(answer, "statement", SomeItem.Content);
        await Authority.Runner.RunAsync(answer, CancellationToken.None);

        CaseState after = await Authority.StateAsync(asked);
        Assert.Equal((isErased, noted), (after.Retention.IsAllErased, after.Answers.Count));
        Assert.Equal(CasePhase.AwaitingDecision, (await Authority.StateAsync(answer)).Phase);
    }

    [Fact]
    public async Task A_manifest_names_its_kind_unless_it_is_an_answer_and_no_other_word_is_one()
    {
        await OpenAsync(CaseKind.Spontaneous, SomeDocument.Information());
        DisclosureManifest manifest = await SendAsync(Accounts);
        foreach (ManifestKind kind in Enum.GetValues<ManifestKind>())
        {
            JsonObject payload = (manifest with { Kind = kind }).ToJson();
            Assert.Equal(kind == ManifestKind.Answer ? 16 : 17, payload.Count);
            Assert.Equal(kind, DisclosureManifest.FromJson(payload).Kind);
        }

        foreach (JsonNode? word in (JsonNode?[])["answer", "other", 1, null])
        {
            JsonObject payload = manifest.ToJson();
            payload["kind"] = word;
            Assert.Equal("payload", Assert.Throws<InvalidStatementException>(() => DisclosureManifest.FromJson(payload)).Reason);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scenario.Dispose();

    private async Task<CaseId> OpenAsync(CaseKind kind, JsonObject document)
    {
        CaseState state = (await Authority.OpenCase.RunAsync(
            DisclosureScenario.Proposer, kind, TestAuthority.Partner, SampleRequests.ToBytes(document), CancellationToken.None)).State;
        await Authority.AddItem.RunAsync(SomeItem.Of(state.Case, "accounts"), CancellationToken.None);
        _scenario.Case = state.Case;
        await _scenario.RunAsync();
        return state.Case;
    }

    private static ProposedDisclosure Proposal(params ItemId[] items)
    {
        ProposedDisclosure proposal = DisclosureScenario.Proposal();
        proposal.Facts.Remove("origin");
        return proposal with { Items = items };
    }

    private Task<DisclosureState> ProposeAsync(params ItemId[] items) => _scenario.ProposeAsync(Proposal(items));

    private async Task<DisclosureManifest> SendAsync(params ItemId[] items)
    {
        DisclosureState proposed = await ProposeAsync(items);
        Assert.True(proposed.Check!.IsAllowed, string.Join(", ", proposed.Check.Findings.Select(one => $"{one.Rule} {one.Effect}")));
        await Authority.Approve.ApproveAsync(DisclosureScenario.Approver, proposed.Id, DisclosureScenario.Why, CancellationToken.None);
        await _scenario.RunAsync();
        FetchedDisclosure fetched = await _scenario.FetchAsync(proposed.Id);
        return DisclosureManifest.FromJson(Statement.Verify(fetched.Manifest, DisclosureManifest.Type, Authority.VerificationKeys));
    }

    private static byte[] Answer(string reference) => TestAuthority.Request(reference, ("statement", SomeItem.Content));

    private async Task<CaseId> AnswerAsync(string reference) =>
        (await Authority.OpenRequest.RunAsync(TestAuthority.Partner, Answer(reference), CancellationToken.None)).State.Case;
}
