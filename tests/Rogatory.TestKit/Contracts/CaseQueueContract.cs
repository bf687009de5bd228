using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Xunit;

namespace Rogatory.TestKit.Contracts;

public abstract class CaseQueueContract
{
    protected abstract ICaseQueue Queue { get; }

    /// <summary>Takes off the queue what is on it.</summary>
    protected abstract Task<IReadOnlyList<(CaseId Case, long LedgerLength)>> TakeAllAsync();

    [Fact]
    public async Task A_wake_up_names_the_case_and_its_ledgers_length()
    {
        var (one, other) = (Sample.Case(), Sample.Case());

        await Queue.WakeAsync(one, 1234, default);
        await Queue.WakeAsync(other, long.MaxValue, default);

        HashSet<(CaseId, long)> expected = [(one, 1234), (other, long.MaxValue)];
        Assert.Equal(expected, (await TakeAllAsync()).ToHashSet());
    }

    [Fact]
    public async Task What_was_taken_off_does_not_come_again()
    {
        await Queue.WakeAsync(Sample.Case(), 1, default);

        Assert.Single(await TakeAllAsync());
        Assert.Empty(await TakeAllAsync());
    }
}
