using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Review;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Flow;

/// <summary>The whole main job, with its n-th call to storage failing, for every n: lost on the way there, and lost on the way back.</summary>
public sealed class FaultTests
{
    private const string Why = "To check the account number against the request.";
    private static readonly byte[] Statement = [1, 2, 3];
    private static readonly byte[] Letter = [4, 5, 6, 7];
    private static readonly ProposedDecision Accept = new(DecisionKind.Accept, "complete-and-lawful", "UNCAC art. 46", "Nothing stands against it.");

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_the_case_goes_on_and_nothing_is_lost_or_doubled(FaultMode mode)
    {
        int calls = await RunAsync(failing: null, mode);
        Assert.True(calls > 40, $"The flow made only {calls} calls, so this proves little.");
        for (int failing = 1; failing <= calls; failing++)
            await RunAsync(failing, mode);
    }

    private static async Task<int> RunAsync(int? failing, FaultMode mode)
    {
        using var authority = new TestAuthority();
        if (failing is { } n)
            authority.Faults.Fail(n, mode);

        CaseId @case = (await authority.EventuallyAsync(() => authority.OpenRequest.RunAsync(
            TestAuthority.Partner, TestAuthority.Request(("statement", Statement), ("letter", Letter)), CancellationToken.None))).State.Case;
        await authority.EventuallyAsync(() => authority.SendAsync(@case, "statement", Statement));
        await authority.EventuallyAsync(() => authority.SendAsync(@case, "letter", Letter));
        await authority.EventuallyAsync(() => authority.Runner.RunAsync(@case, CancellationToken.None));
        await authority.EventuallyAsync(() => authority.DecideRequest.RunAsync(TestAuthority.Officer, @case, Accept, CancellationToken.None));
        Assert.Equal(Statement, await authority.EventuallyAsync(() => ReadAsync(authority, @case)));
        authority.Time.Advance(TestAuthority.AbandonAfter);
        await authority.EventuallyAsync(() => authority.Sweep.RunAsync(CancellationToken.None));
        await authority.EventuallyAsync(() => authority.Runner.RunAsync(@case, CancellationToken.None));
        int calls = authority.Faults.Calls;

        await authority.VerifyAsync(@case);
        CaseState state = await authority.StateAsync(@case);
        Assert.Equal(CasePhase.Accepted, state.Phase);
        string ledger = await authority.LedgerTextAsync(@case.ToString());
        Assert.Equal(1, Count(ledger, "intake.request-opened"));
        Assert.Equal(1, Count(ledger, "intake.receipt-issued"));
        Assert.Equal(1, Count(ledger, "review.request-accepted"));
        Assert.Equal(5 + 3, Count(ledger, "sealing.item-sealed"));
        Assert.Equal(3, Count(ledger, "classification.item-classified"));
        await foreach (KeyEnvelopeFound envelope in authority.Keys.ListAsync(@case, CancellationToken.None))
            Assert.Equal(envelope.Path.Attempt, state.Find(envelope.Path.Item)?.Attempt);
        return calls;
    }

    private static async Task<byte[]> ReadAsync(TestAuthority authority, CaseId @case)
    {
        using OpenedItem opened = await authority.ConsultItem.RunAsync(
            TestAuthority.Officer, "session", @case, ItemId.Parse("statement"), Why, roles: Some.Reviewer, CancellationToken.None);
        using var content = new MemoryStream();
        await opened.CopyToAsync(content, CancellationToken.None);
        return content.ToArray();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
