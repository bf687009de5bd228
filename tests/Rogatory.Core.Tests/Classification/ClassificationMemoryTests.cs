using System.Text;
using Rogatory.Core.Case;
using Rogatory.Core.Tests.Classification.Reading;

namespace Rogatory.Core.Tests.Classification;

[Collection(nameof(MemoryTests))]
public sealed class ClassificationMemoryTests
{
    private const int Length = 64 << 20;

    // Two stretches of 8 MiB, what is on its way into one, and the findings: far below the length.
    private const long MostHeld = 40L << 20;

    [Fact]
    public async Task An_item_of_64_MiB_is_classified_without_being_held()
    {
        using var authority = new TestAuthority();
        byte[] row = Encoding.UTF8.GetBytes("What was paid for, and by whom, in some words and nothing else of note.\n");
        byte[] content = new byte[Length];
        for (int at = 0; at < content.Length; at++)
            content[at] = row[at % row.Length];
        CaseId @case = await authority.OpenAsync(("statement", content));
        await authority.SendAsync(@case, "statement", content);
        content = [];
        long before = GC.GetTotalMemory(forceFullCollection: true), most = 0;
        int looks = 0;
        authority.Faults.After("vault", LookAsync);

        await authority.Classify.RunAsync(@case, ItemId.Parse("statement"), CancellationToken.None);

        CaseState state = await authority.StateAsync(@case);
        Assert.Equal((Length + row.Length - 1) / row.Length, state.Classification.BlocksOf(ItemId.Parse("statement"))!.Count);
        Assert.True(looks > 8, $"It was looked {looks} times only.");
        Assert.InRange(most, 0, MostHeld);

        Task LookAsync()
        {
            if (looks++ % 8 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            authority.Faults.After("vault", LookAsync);
            return Task.CompletedTask;
        }
    }
}
