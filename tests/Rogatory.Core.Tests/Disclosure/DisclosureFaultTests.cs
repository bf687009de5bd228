using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;
using Rogatory.Core.Sealing;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Disclosure;

/// <summary>A disclosure from proposal to acknowledged recall, with its n-th call to storage failing, for every n: lost on the way there, and lost on the way back.</summary>
public sealed class DisclosureFaultTests
{
    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_it_goes_out_once_and_nothing_is_lost_or_left(FaultMode mode)
    {
        int calls = await RunAsync(failing: null, mode);
        Assert.True(calls > 60, $"The disclosure made only {calls} calls, so this proves little.");
        for (int failing = 1; failing <= calls; failing++)
            await RunAsync(failing, mode);
    }

    private static async Task<int> RunAsync(int? failing, FaultMode mode)
    {
        using DisclosureScenario scenario = await DisclosureScenario.StartAsync();
        TestAuthority authority = scenario.Authority;
        int before = authority.Faults.Calls;
        if (failing is { } n)
            authority.Faults.Fail(before + n, mode);

        DisclosureId id = (await authority.EventuallyAsync(() => scenario.ProposeAsync())).Id;
        await authority.EventuallyAsync(() => authority.Approve.ApproveAsync(DisclosureScenario.Approver, id, DisclosureScenario.Why, CancellationToken.None));
        await authority.EventuallyAsync(() => RunFlowAsync(scenario));
        Assert.Single(authority.Outbound.Names);
        FetchedDisclosure fetched = await authority.EventuallyAsync(() => scenario.FetchAsync(id));
        Assert.Single(fetched.Items);
        string receipt = await authority.EventuallyAsync(() => scenario.ReceiptAsync(fetched.State));
        string countersignature = await authority.EventuallyAsync(() => scenario.ReceiveAsync(id, receipt));
        Assert.Equal(countersignature, await authority.EventuallyAsync(() => scenario.ReceiveAsync(id, receipt)));
        await authority.EventuallyAsync(() => RunFlowAsync(scenario));
        await authority.EventuallyAsync(() => authority.Recall.RunAsync(
            DisclosureScenario.Proposer, id, RecallMeasure.Erase, "LED art. 7(3)", DisclosureScenario.Why, CancellationToken.None));
        FetchedDisclosure told = await authority.EventuallyAsync(() => scenario.FetchAsync(id));
        string answer = await scenario.SignAsync(
            RecallAcknowledgement.Type, new RecallAcknowledgement(id, DisclosureStatements.DigestOf(told.Recall!), authority.Time.Now).ToJson());
        await authority.EventuallyAsync(() => authority.Receive.AcknowledgeAsync(TestAuthority.Partner, id, answer, CancellationToken.None));
        authority.Time.Advance(TestAuthority.AbandonAfter);
        await authority.EventuallyAsync(() => RunFlowAsync(scenario));
        int calls = authority.Faults.Calls - before;

        await authority.VerifyAsync(scenario.Case);
        CaseState state = await authority.StateAsync(scenario.Case);
        Assert.Equal((DisclosureStep.Acknowledged, true), (Assert.Single(state.Disclosures).Step, state.Disclosures[0].CopiesRemoved));
        string ledger = await authority.LedgerTextAsync(scenario.Case.ToString());
        foreach (string once in (string[])[
            "disclosure.disclosure-proposed", "disclosure.disclosure-approved", "transfer.grant-issued", "disclosure.item-released", "disclosure.manifest-issued",
            "disclosure.disclosure-fetched", "receipt.collection-received", "disclosure.disclosure-recalled", "receipt.recall-acknowledged", "disclosure.copies-removed"])
            Assert.True(ledger.Split($"\"event\":\"{once}\"").Length == 2, $"Call {failing}: {once} stands in the ledger {ledger.Split($"\"event\":\"{once}\"").Length - 1} times.");
        Assert.Empty(authority.Outbound.Names);
        await foreach (KeyEnvelopeFound envelope in authority.Keys.ListAsync(scenario.Case, CancellationToken.None))
            Assert.Equal(envelope.Path.Attempt, state.Find(envelope.Path.Item)?.Attempt);
        return calls;
    }

    private static async Task<bool> RunFlowAsync(DisclosureScenario scenario)
    {
        await scenario.RunAsync();
        return true;
    }
}
