using System.Globalization;
using System.Text.Json.Nodes;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

/// <summary>What a proof says that was verified, or does not hold.</summary>
internal static class ProofWords
{
    private const int MostPlaces = 20;

    public static JsonObject ToJson(BlockProof proof) => new()
    {
        ["holds"] = true,
        ["case"] = proof.Case,
        ["item"] = proof.Item,
        ["kind"] = BlockCommitment.NameOf(proof.Kind),
        ["count"] = proof.Count,
        ["kept"] = Pairs(proof.Kept),
        ["changed"] = Pairs(proof.Changed),
    };

    public static string Describe(BlockProof proof)
    {
        var name = BlockCommitment.NameOf(proof.Kind);
        // A row of names is a block like the others.
        var counted = proof.Kind == BlockKind.Rows ? " (counted from the first line of the file, with the names of the columns if it has them)" : "";
        var said = $"{proof.Kept.Sum(range => range.Count)} of the {proof.Count} {name} of item {proof.Item} in case {proof.Case} stand in the extract, word for word and in their order: number {Places(proof.Kept)}{counted}.";
        return proof.Changed.Count == 0 ? said : $"{said} The extract's {name} {Places(proof.Changed)} were changed: nothing proves what stands there.";
    }

    public static CommandFailedException Broken(ProofException broken, string cause, string? cure = null) =>
        new(ExitCode.Breaks, $"proof-{broken.Failure.ToString().ToLowerInvariant()}", cause, cure, broken);

    private static JsonArray Pairs(IReadOnlyList<BlockRange> ranges) => new([.. ranges.Select(range => (JsonNode)new JsonArray(range.First, range.Count))]);

    // Blocks are numbered from 0 in the proof, and from 1 for people.
    private static string Places(IReadOnlyList<BlockRange> ranges) => string.Join(", ", ranges.Take(MostPlaces).Select(range => range.Count == 1
        ? string.Create(CultureInfo.InvariantCulture, $"{range.First + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"{range.First + 1} to {range.First + range.Count}"))) + (ranges.Count > MostPlaces ? ", …" : "");
}
