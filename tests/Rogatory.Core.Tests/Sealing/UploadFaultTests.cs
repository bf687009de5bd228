using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.TestKit.Faults;

namespace Rogatory.Core.Tests.Sealing;

/// <summary>A sealed upload, with its n-th call to storage failing, for every n: lost on the way there, and lost on the way back.</summary>
public sealed class UploadFaultTests
{
    private const string Item = "image";
    private static readonly byte[] Plaintext = new byte[100_000];

    [Theory]
    [InlineData(FaultMode.RequestLost)]
    [InlineData(FaultMode.AnswerLost)]
    public async Task Whatever_call_fails_the_item_is_sealed_once_and_nothing_is_left(FaultMode mode)
    {
        int calls = await RunAsync(failing: null, mode);
        Assert.True(calls > 30, $"The upload made only {calls} calls, so this proves little.");
        for (int failing = 1; failing <= calls; failing++)
            await RunAsync(failing, mode);
    }

    private static async Task<int> RunAsync(int? failing, FaultMode mode)
    {
        using var authority = new TestAuthority();
        if (failing is { } n)
            authority.Faults.Fail(n, mode);
        CaseId @case = (await authority.EventuallyAsync(() => authority.OpenRequest.RunAsync(
            TestAuthority.Partner, TestAuthority.Request((Item, Plaintext)), CancellationToken.None))).State.Case;
        SealedByPartner sent = await SealedByPartner.SealAsync(@case, Item, Plaintext, authority.KeyWrap);
        UploadGrant grant = await authority.EventuallyAsync(() => authority.GrantUpload.RunAsync(
            TestAuthority.Partner, @case, ItemId.Parse(Item), null, CancellationToken.None));
        var path = new SealedPath(@case, ItemId.Parse(Item), grant.Attempt);
        authority.Arrivals.Upload(path, sent.Body);
        await authority.EventuallyAsync(() => authority.CompleteUpload.RunAsync(sent.Completes(path), CancellationToken.None));
        await authority.EventuallyAsync(() => authority.Runner.RunAsync(@case, CancellationToken.None));
        // A grant whose answer was lost lapses by itself.
        authority.Time.Advance(GrantUpload.UploadLife);
        await authority.EventuallyAsync(() => authority.Sweep.RunAsync(CancellationToken.None));
        await authority.EventuallyAsync(() => authority.Runner.RunAsync(@case, CancellationToken.None));
        int calls = authority.Faults.Calls;

        await authority.VerifyAsync(@case);
        CaseState state = await authority.StateAsync(@case);
        Assert.Equal(path.Attempt, state.Find(path.Item)?.Attempt);
        Assert.Equal(sent.Body, authority.Vault.Body(path));
        Assert.Empty(state.Uploads);
        Assert.Equal(0, authority.Arrivals.Left);
        Assert.NotNull(state.Receipt);
        await foreach (KeyEnvelopeFound envelope in authority.Keys.ListAsync(@case, CancellationToken.None))
            Assert.Equal(envelope.Path.Attempt, state.Find(envelope.Path.Item)?.Attempt);
        return calls;
    }
}
