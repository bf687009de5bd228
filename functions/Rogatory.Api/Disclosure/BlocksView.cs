using Rogatory.Core.Classification;

namespace Rogatory.Api.Disclosure;

/// <summary>What is on record of an item's blocks (Envelope's FORMAT.md, section 5).</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Count">How many.</param>
/// <param name="Root">Hex root over them.</param>
public sealed record BlocksView(string Kind, long Count, string Root)
{
    public static BlocksView From(BlocksCommitted blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        return new BlocksView(ApiJson.Word(blocks.Kind), blocks.Count, blocks.Root);
    }
}
