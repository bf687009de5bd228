using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.LocalHost.Worker;
using Rogatory.TestKit;

namespace Rogatory.LocalHost.Tests.Worker;

public sealed class ClassificationQueueTests
{
    private static readonly CaseId Case = CaseId.OfOurs("one");
    private static readonly DueCommand.ClassifyItem Item = new(ItemId.Parse("statement"));

    private readonly MovableTime _time = new();

    [Fact]
    public async Task An_item_that_failed_is_left_alone_for_an_hour_and_then_tried_again_with_the_next_look()
    {
        var queue = new ClassificationQueue(_time);
        await using IAsyncEnumerator<(CaseId Case, DueCommand.ClassifyItem Command)> taken = queue.TakeAsync(CancellationToken.None).GetAsyncEnumerator();
        queue.Add(Case, Item);
        queue.Add(Case, Item);
        Assert.True(await taken.MoveNextAsync());
        queue.Fail(Case, Item);
        queue.Add(Case, Item);
        ValueTask<bool> next = taken.MoveNextAsync();
        Assert.False(next.IsCompleted);
        _time.Advance(ClassificationQueue.LeftAloneFor);
        queue.Add(Case, Item);
        Assert.True(await next);
        Assert.Equal((Case, Item), taken.Current);
    }
}
