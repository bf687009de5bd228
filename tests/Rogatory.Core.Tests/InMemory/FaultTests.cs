using System.Text;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Ledger;
using Rogatory.TestKit;
using Rogatory.TestKit.Faults;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.InMemory;

public sealed class FaultTests
{
    private static readonly byte[] Some = "some"u8.ToArray();

    private readonly FaultPlan plan = new();
    private readonly CaseId @case = CaseId.Parse("7K3Q-F2M9-X4TD");
    private readonly SealedPath path;

    public FaultTests() => path = new SealedPath(@case, ItemId.Request, AttemptId.New());

    [Fact]
    public async Task A_request_that_is_lost_had_no_effect_and_the_next_one_works()
    {
        var ledger = new FaultingLedgerStore(new InMemoryLedgerStore(), plan);
        plan.Fail(1, FaultMode.RequestLost);

        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => ledger.TryAppendAsync("one", 0, Some, default));

        Assert.Equal("ledger", failure.Store);
        Assert.True(plan.Struck);
        Assert.True(await ledger.TryAppendAsync("one", 0, Some, default));
    }

    [Fact]
    public async Task A_request_whose_answer_is_lost_had_its_effect()
    {
        var ledger = new FaultingLedgerStore(new InMemoryLedgerStore(), plan);
        plan.Fail(1, FaultMode.AnswerLost);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => ledger.TryAppendAsync("one", 0, Some, default));

        Assert.Equal("some", Encoding.UTF8.GetString(await ledger.ReadAsync("one", 0, default)));
    }

    [Fact]
    public async Task One_plan_counts_the_calls_to_every_store_and_each_can_be_made_to_fail()
    {
        await CallEverythingAsync();
        var calls = plan.Calls;
        Assert.Equal(19, calls);

        foreach (var mode in Enum.GetValues<FaultMode>())
        {
            for (var call = 1; call <= calls; call++)
            {
                var one = new FaultTests();
                one.plan.Fail(call, mode);
                await Assert.ThrowsAsync<StorageUnavailableException>(one.CallEverythingAsync);
                Assert.Equal(call, one.plan.Calls);
            }
        }
    }

    private async Task CallEverythingAsync()
    {
        var inMemoryKeys = new InMemoryKeyEnvelopeStore(new MovableTime());
        var ledger = new FaultingLedgerStore(new InMemoryLedgerStore(), plan);
        var keys = new FaultingKeyEnvelopeStore(inMemoryKeys, plan);
        var eraser = new FaultingEnvelopeEraser(inMemoryKeys, plan);
        var statements = new FaultingStatementStore(new InMemoryStatementStore(), plan);
        var projections = new FaultingProjectionStore(new InMemoryProjectionStore(), plan);
        var queue = new FaultingCaseQueue(new InMemoryCaseQueue(), plan);
        var vault = new FaultingVault(new InMemoryVault(), plan);
        var keyWrap = new FaultingKeyWrap(SharedKeyWrap, plan);

        await ledger.TryAppendAsync("one", 0, Some, default);
        await ledger.ReadAsync("one", 0, default);
        await DrainAsync(ledger.ListAsync(default));
        await keys.TryCreateAsync(path, 0, Some, default);
        await keys.ReadAsync(path, 0, default);
        await DrainAsync(keys.ListAsync(@case, default));
        await eraser.DestroyAsync(path, 0, default);
        await statements.TryCreateAsync("one", Some, default);
        await statements.ReadAsync("one", default);
        await projections.TryWriteAsync(@case, Some, new Dictionary<string, string>(), null, default);
        await projections.ReadAsync(@case, default);
        await DrainAsync(projections.ListAsync(default));
        await queue.WakeAsync(@case, 4, default);
        await using (var upload = vault.BeginUpload(path, Some.Length))
        {
            await upload.WriteAsync(Some);
            await upload.CommitAsync(DateTimeOffset.MaxValue, default);
        }
        var source = vault.OpenSource(path, null, Some.Length);
        await source.ReadAsync(0, new byte[2], default);
        await source.ReadAsync(2, new byte[2], default);
        var wrapped = await keyWrap.WrapAsync(Some, default);
        await keyWrap.UnwrapAsync(wrapped.KeyId, wrapped.Bytes, default);
    }

    private static readonly InMemoryKeyWrap SharedKeyWrap = new();

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> listing)
    {
        await foreach (var _ in listing)
        {
        }
    }
}
