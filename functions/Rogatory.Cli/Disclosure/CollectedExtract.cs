using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

/// <summary>An extract in a bag.</summary>
/// <param name="Item">The extract.</param>
/// <param name="Source">What it is of.</param>
/// <param name="Root">Hex root of the blocks of what it is of, from the signed manifest; null with <paramref name="Proof"/>.</param>
/// <param name="Proof">The proof, which holds; null where none came with it.</param>
internal sealed record CollectedExtract(ItemId Item, ItemId Source, BlockProof? Proof, string? Root)
{
    public JsonObject ToJson() => new()
    {
        ["item"] = Item.ToString(),
        ["of"] = Source.ToString(),
        ["proof"] = Proof is null ? null : ProofWords.ToJson(Proof),
        ["root"] = Root,
    };

    public string Describe() => Proof is null
        ? $"{Item} is an extract of {Source}; nothing proves that it stands in it word for word."
        : $"{Item} is an extract of {Source}, and its proof holds. {ProofWords.Describe(Proof)}\n  Anyone checks it again, with the two files and the root from the signed manifest: rogatory extract verify PROOF EXTRACT --root {Root}";
}
