namespace Rogatory.Envelope.Tests;

/// <summary>Measures the whole process, so nothing else may run.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Collection(nameof(AllocationTests))]
public sealed class AllocationTests
{
    [Fact]
    public async Task Sealing_a_further_segment_allocates_nothing_of_its_size()
    {
        await AllocatedBySealingAsync(1_000);
        var (few, many) = (await AllocatedBySealingAsync(1_000), await AllocatedBySealingAsync(21_000));

        // What remains are the thread pool's own small objects, however large a segment is.
        Assert.InRange((many - few) / 20_000, long.MinValue, 400);
    }

    private static async Task<long> AllocatedBySealingAsync(int segments)
    {
        var plaintext = new byte[segments * 112];
        using var sealer = new ItemSealer(Some.Case, Some.Item, Some.Key(), Some.Header(), Some.SmallLayout);
        var source = new MemoryStream(plaintext);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await sealer.SealAsync(source, Stream.Null, CancellationToken.None);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
