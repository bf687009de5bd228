using Rogatory.Core.Intake;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Review;

namespace Rogatory.Core.Tests.Review;

public sealed class DecideRequestTests : IDisposable
{
    private static readonly byte[] Statement = [1, 2, 3];
    private static readonly ProposedDecision Accept = new(DecisionKind.Accept, "complete-and-lawful", "UNCAC art. 46", "All that article 46(15) asks for is there.");

    private readonly TestAuthority _authority = new();

    [Theory]
    [InlineData(DecisionKind.Accept, CasePhase.Accepted)]
    [InlineData(DecisionKind.Refuse, CasePhase.Refused)]
    [InlineData(DecisionKind.Clarify, CasePhase.ClarificationAsked)]
    [InlineData(DecisionKind.Postpone, CasePhase.Postponed)]
    public async Task A_decision_stands_in_the_ledger_without_its_reasons(DecisionKind kind, CasePhase phase)
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        CaseState state = await DecideAsync(@case, Decision(kind));
        Assert.Equal(phase, state.Phase);
        string ledger = await _authority.LedgerTextAsync(@case.ToString());
        Assert.Contains("UNCAC art. 46", ledger, StringComparison.Ordinal);
        Assert.DoesNotContain(Accept.Reasons, ledger, StringComparison.Ordinal);
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task The_same_decision_by_the_same_officer_again_changes_nothing()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        await DecideAsync(@case, Accept);
        long size = (await _authority.VerifyAsync(@case)).Size;
        Assert.Equal(CasePhase.Accepted, (await DecideAsync(@case, Accept)).Phase);
        Assert.Equal(size, (await _authority.VerifyAsync(@case)).Size);
    }

    [Fact]
    public async Task A_decision_again_for_other_reasons_is_another_decision()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        ProposedDecision postpone = Decision(DecisionKind.Postpone);
        await DecideAsync(@case, postpone);
        await DecideAsync(@case, postpone with { Reasons = "The trial it would disturb was put off." });
        Assert.Equal(2, (await _authority.LedgerTextAsync(@case.ToString())).Split("review.request-postponed").Length - 1);

        await DecideAsync(@case, Accept);
        await RefusedAsync("decision-not-possible", @case, Accept with { Reasons = "Other reasons, too late." });
        await _authority.VerifyAsync(@case);
    }

    [Fact]
    public async Task What_an_instrument_says_is_no_ground_refuses_nothing_under_it()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        await RefusedAsync("decision-malformed", @case, Decision(DecisionKind.Refuse) with { Ground = "fiscal-offence" });
        Assert.Equal(CasePhase.Refused, (await DecideAsync(@case, Decision(DecisionKind.Refuse) with { Ground = "political-offence" })).Phase);
    }

    [Fact]
    public async Task A_case_is_not_accepted_before_its_items_are_sealed()
    {
        CaseId @case = await _authority.OpenAsync(("statement", Statement));
        await RefusedAsync("decision-not-possible", @case, Accept);
    }

    [Fact]
    public async Task An_accepted_request_cannot_be_refused()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        await DecideAsync(@case, Accept);
        await RefusedAsync("decision-not-possible", @case, Decision(DecisionKind.Refuse));
    }

    [Theory]
    [InlineData("", "UNCAC art. 46", "reasons enough")]
    [InlineData("Not A Code", "UNCAC art. 46", "reasons enough")]
    [InlineData("somebody-is-innocent", "UNCAC art. 46", "reasons enough")]
    [InlineData("complete-and-lawful", "UNCAC art. 46", "reasons enough")]
    [InlineData("essential-interests", "Said by Somebody, UNCAC art. 46", "reasons enough")]
    [InlineData("essential-interests", "", "reasons enough")]
    [InlineData("essential-interests", "line\nfeed", "reasons enough")]
    [InlineData("essential-interests\n", "UNCAC art. 46", "reasons enough")]
    [InlineData("essential-interests", "UNCAC art. 46\n", "reasons enough")]
    [InlineData("essential-interests", "UNCAC art. 46", "  ")]
    [InlineData("essential-interests", "UNCAC art. 46", "too short")]
    [InlineData("essential-interests", "UNCAC art. 46", "a bell \a rings in it")]
    [InlineData("essential-interests", "UNCAC art. 46", "it reads \u202e backwards")]
    public async Task A_decision_without_ground_citation_or_reasons_is_refused(string ground, string citation, string reasons)
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        await RefusedAsync("decision-malformed", @case, new ProposedDecision(DecisionKind.Refuse, ground, citation, reasons));
    }

    [Fact]
    public async Task A_request_is_accepted_on_no_ground_for_a_refusal_and_told_which_there_are()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        RefusedException refused = await Assert.ThrowsAsync<RefusedException>(() => DecideAsync(@case, Accept with { Ground = "essential-interests" }));
        Assert.Contains("complete-and-lawful", Assert.Single((IEnumerable<RequestFault>)refused.Extensions["faults"]).Message, StringComparison.Ordinal);
        foreach (string ground in DecisionGrounds.Of(DecisionKind.Accept))
            Assert.DoesNotContain(ground, DecisionGrounds.Of(DecisionKind.Refuse));
    }

    [Fact]
    public async Task Officers_who_decide_at_once_make_one_decision()
    {
        CaseId @case = await _authority.ReceivedAsync(("statement", Statement));
        Task<CaseState>[] decisions = [.. Enumerable.Range(0, 20).Select(n => Task.Run(() => _authority.DecideRequest.RunAsync(
            OfficerId.Parse($"officer-{n}"), @case, Accept, CancellationToken.None)))];
        await Assert.ThrowsAsync<RefusedException>(() => Task.WhenAll(decisions));
        Task<CaseState> made = Assert.Single(decisions, one => one.IsCompletedSuccessfully);
        Assert.Equal(CasePhase.Accepted, (await made).Phase);
        await _authority.VerifyAsync(@case);
    }

    public void Dispose() => _authority.Dispose();

    private static ProposedDecision Decision(DecisionKind kind) => Accept with { Kind = kind, Ground = DecisionGrounds.Of(kind)[0] };

    private Task<CaseState> DecideAsync(CaseId @case, ProposedDecision proposed) =>
        _authority.DecideRequest.RunAsync(TestAuthority.Officer, @case, proposed, CancellationToken.None);

    private async Task RefusedAsync(string slug, CaseId @case, ProposedDecision proposed) =>
        Assert.Equal(slug, (await Assert.ThrowsAsync<RefusedException>(() => DecideAsync(@case, proposed))).Slug);
}
