using System.Security.Cryptography;

namespace Rogatory.Envelope.Tests;

public sealed class BlockPlanTests
{
    public static TheoryData<int> Counts => [.. Enumerable.Range(1, 11)];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Whatever_is_kept_a_seed_is_over_blocks_that_are_kept_and_over_no_other(int count)
    {
        for (var choice = 1; choice < 1 << count; choice++)
        {
            bool[] isKept = [.. Enumerable.Range(0, count).Select(i => ((choice >> i) & 1) == 1)];
            var plan = new BlockPlan(count, NaiveBlocks.Ranges(isKept), int.MaxValue);

            Assert.Equal(0, plan.Subtrees[0].Start);
            Assert.Equal(count, plan.Subtrees[^1].End);
            Assert.All(plan.Subtrees.Zip(plan.Subtrees.Skip(1)), two => Assert.Equal(two.First.End, two.Second.Start));
            foreach (var subtree in plan.Subtrees)
            {
                Assert.All(Enumerable.Range((int)subtree.Start, (int)(subtree.End - subtree.Start)), i => Assert.Equal(subtree.IsKept, isKept[i]));
                var under = 1L << subtree.Height;
                Assert.Equal(0, subtree.Start % under);
                Assert.True(subtree.Start + under == subtree.End || subtree.End == count);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void The_hashes_of_its_subtrees_make_the_root_of_the_tree(int count)
    {
        var leaves = Enumerable.Range(0, count).Select(i => BitConverter.GetBytes(i)).ToArray();
        for (var choice = 1; choice < 1 << count; choice++)
        {
            var plan = new BlockPlan(count, NaiveBlocks.Ranges([.. Enumerable.Range(0, count).Select(i => ((choice >> i) & 1) == 1)]), int.MaxValue);
            var hashes = plan.Subtrees.Select(subtree => NaiveTree.Root(leaves[(int)subtree.Start..(int)subtree.End])).ToList();
            Assert.Equal(NaiveTree.Root(leaves), plan.Root(hashes));
        }
    }

    [Fact]
    public void A_plan_that_grows_too_large_is_given_up()
    {
        var everySecond = Enumerable.Range(0, 1_000_000).Select(i => new BlockRange(2 * i, 1)).ToList();

        var plan = new BlockPlan(1L << 40, everySecond, 1_000);

        Assert.Equal(1_001, plan.Subtrees.Count);
    }

    [Fact]
    public void Largest_and_smallest_places_are_counted_right()
    {
        const long Count = (1L << 40) - 1;
        var plan = new BlockPlan(Count, [new BlockRange(Count - 1, 1)], 100);

        Assert.Equal(40, plan.Subtrees.Count);
        Assert.True(plan.Subtrees[^1].IsKept);
        Assert.Equal(SHA256.HashSizeInBytes, plan.Root([.. plan.Subtrees.Select(_ => new byte[32])]).Length);
    }
}
