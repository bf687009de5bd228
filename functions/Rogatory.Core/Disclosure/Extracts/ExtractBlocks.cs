using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Which blocks of an original stand in its extract, and which of the extract's are others.</summary>
internal static class ExtractBlocks
{
    public static (List<BlockRange> Kept, List<BlockRange> Changed) Compare(BlockKind kind, ReadOnlySpan<byte> original, RenderedExtract extract)
    {
        IReadOnlyList<int> originals = Lengths(kind, original), made = Lengths(kind, extract.Bytes.Span);
        List<BlockRange> kept = [], changed = [];
        int copy = 0, block = 0;
        long blockStart = 0, start = 0;
        for (int index = 0; index < made.Count; start += made[index++])
        {
            while (copy < extract.Copies.Count && extract.Copies[copy].To + extract.Copies[copy].Length <= start) copy++;
            if (copy < extract.Copies.Count && extract.Copies[copy] is { } from && from.To <= start && start + made[index] <= from.To + from.Length)
            {
                long place = from.From + start - from.To;
                while (block < originals.Count && blockStart < place) blockStart += originals[block++];
                if (block < originals.Count && blockStart == place && originals[block] == made[index])
                {
                    Add(kept, block);
                    continue;
                }
            }
            Add(changed, index);
        }
        return (kept, changed);
    }

    private static void Add(List<BlockRange> ranges, long block)
    {
        if (ranges.Count > 0 && ranges[^1] is { } last && last.First + last.Count == block) ranges[^1] = last with { Count = last.Count + 1 };
        else ranges.Add(new BlockRange(block, 1));
    }

    private static IReadOnlyList<int> Lengths(BlockKind kind, ReadOnlySpan<byte> text)
    {
        using var lengths = new BlockLengths(kind);
        lengths.Write(text);
        return lengths.Finish();
    }
}
