using Azure.Storage.Queues;
using Rogatory.Azure.Flow;
using Rogatory.Azure.Tests.Storage;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.TestKit.Contracts;

namespace Rogatory.Azure.Tests.Flow;

[Collection(nameof(StorageCollection))]
public sealed class StorageCaseQueueTests(StorageFixture storage) : CaseQueueContract, IAsyncLifetime
{
    private static readonly CaseId Case = CaseId.Parse("7K3Q-F2M9-X4TD");

    private readonly RequestLog log = new();
    private QueueClient queue = null!;
    private QueueClient poison = null!;
    private WakeUpReceiver receiver = null!;

    protected override ICaseQueue Queue => new StorageCaseQueue(queue);

    public async Task InitializeAsync()
    {
        queue = await storage.QueueAsync(log);
        poison = await storage.QueueAsync(new RequestLog());
        receiver = new WakeUpReceiver(queue, poison, TimeSpan.FromHours(1));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    protected override async Task<IReadOnlyList<(CaseId Case, long LedgerLength)>> TakeAllAsync()
    {
        var batch = await receiver.ReceiveAsync(default);
        foreach (var wakeUp in batch.WakeUps)
            await receiver.CompleteAsync(wakeUp, default);
        return [.. batch.WakeUps.Select(wakeUp => (wakeUp.Case, wakeUp.LedgerLength))];
    }

    [Fact]
    public async Task A_message_is_the_case_and_the_ledgers_length_and_nothing_else()
    {
        await Queue.WakeAsync(Case, 1234, default);

        var message = (await queue.PeekMessageAsync()).Value;
        Assert.Equal("7K3Q-F2M9-X4TD:1234", message.Body.ToString());
    }

    [Fact]
    public async Task Up_to_thirty_two_wake_ups_come_in_one_request_and_the_rest_in_the_next()
    {
        for (var length = 0; length < 40; length++)
            await Queue.WakeAsync(Case, length, default);
        log.Clear();

        Assert.Equal(32, (await receiver.ReceiveAsync(default)).WakeUps.Count);
        Assert.Equal(8, (await receiver.ReceiveAsync(default)).WakeUps.Count);
        Assert.Empty((await receiver.ReceiveAsync(default)).WakeUps);
        Assert.Equal(["GET", "GET", "GET"], log.Sent);
    }

    [Fact]
    public async Task One_that_is_being_worked_on_does_not_come_to_another()
    {
        await Queue.WakeAsync(Case, 1, default);

        Assert.Single((await receiver.ReceiveAsync(default)).WakeUps);
        Assert.Empty((await receiver.ReceiveAsync(default)).WakeUps);
    }

    [Fact]
    public async Task One_that_came_five_times_in_vain_goes_to_the_poison_queue()
    {
        await Queue.WakeAsync(Case, 1, default);
        for (var delivery = 1; delivery <= WakeUpReceiver.MostDeliveries; delivery++)
        {
            var wakeUp = Assert.Single((await receiver.ReceiveAsync(default)).WakeUps);
            await ComesBackAsync(wakeUp);
        }

        var batch = await receiver.ReceiveAsync(default);

        Assert.Empty(batch.WakeUps);
        Assert.Equal(Case, Assert.Single(batch.Poisoned));
        Assert.Equal("7K3Q-F2M9-X4TD:1", (await poison.PeekMessageAsync()).Value.Body.ToString());
        Assert.Equal(0, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("7K3Q-F2M9-X4TD")]
    [InlineData("7K3Q-F2M9-X4TD:-1")]
    [InlineData("7K3Q-F2M9-X4TD:99999999999999999999")]
    [InlineData("7K3Q-F2M9-X4TD:1:2")]
    [InlineData("7k3q-f2m9-x4td:1")]
    public async Task One_that_nobody_can_read_goes_to_the_poison_queue_at_once(string text)
    {
        await queue.SendMessageAsync(text);
        await Queue.WakeAsync(Case, 1, default);

        var batch = await receiver.ReceiveAsync(default);

        Assert.Single(batch.WakeUps);
        Assert.Null(Assert.Single(batch.Poisoned));
        Assert.Equal(text, (await poison.PeekMessageAsync()).Value.Body.ToString());
    }

    [Fact]
    public async Task Completing_one_that_came_back_meanwhile_is_no_failure()
    {
        await Queue.WakeAsync(Case, 1, default);
        var wakeUp = Assert.Single((await receiver.ReceiveAsync(default)).WakeUps);
        await ComesBackAsync(wakeUp);
        var again = Assert.Single((await receiver.ReceiveAsync(default)).WakeUps);

        await receiver.CompleteAsync(wakeUp, default);
        await receiver.CompleteAsync(again, default);
        await receiver.CompleteAsync(again, default);

        Assert.Equal(0, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    /// <summary>What happens when the visibility time has passed.</summary>
    private Task ComesBackAsync(WakeUp wakeUp) =>
        queue.UpdateMessageAsync(wakeUp.MessageId, wakeUp.PopReceipt, visibilityTimeout: TimeSpan.Zero);
}
