using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

internal sealed class ExtractVerify : CliCommand
{
    private const int MostPlaces = 20;

    private readonly Argument<string> _proof = new("PROOF") { Description = "The proof that came with the extract." };
    private readonly Argument<string> _extract = new("EXTRACT") { Description = "The extract as it was handed out." };
    private readonly Option<string> _root = new("--root") { Description = "The root of the original's blocks, from a signed statement.", Required = true, HelpName = "HEX" };
    private readonly Option<long?> _count = new("--count") { Description = "How many blocks the statement says the original has. The root binds that too.", HelpName = "N" };

    public ExtractVerify()
        : base("verify", "Says whether the blocks of an extract stand in the sealed original, word for word and in order, and which of them were changed, offline. Exit status 1 when they do not.",
            "rogatory extract verify extract.proof.json extract.csv --root 5c1f1ab2a3bbd0b2c3f6a7b2f0a3f9a16b1f5d6a0c8e4b7d9f2a1c3e5b7d9f01 --count 20001")
    {
        Add(_proof);
        Add(_extract);
        Add(_root);
        Add(_count);
        Validators.Add(line =>
        {
            if (line.GetValue(_root) is { } root && !(root.Length == 64 && root.All(char.IsAsciiHexDigit)))
                line.AddError("--root is 64 hexadecimal digits.");
        });
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        try
        {
            var proof = BlockProof.Parse(await Files.ReadBytesAsync(line.GetRequiredValue(_proof), BlockProof.MaximumSize, cancellationToken));
            if (line.GetValue(_count) is { } count && count != proof.Count)
                throw new CommandFailedException(ExitCode.Breaks, "proof-root", $"The proof is for a text of {proof.Count} blocks, not of {count}.");
            await using var extract = Files.OpenRead(line.GetRequiredValue(_extract));
            await proof.VerifyAsync(Convert.FromHexString(line.GetRequiredValue(_root)), extract, cancellationToken);
            return Describe(proof);
        }
        catch (ProofException broken)
        {
            throw new CommandFailedException(ExitCode.Breaks, $"proof-{broken.Failure.ToString().ToLowerInvariant()}", broken.Message, inner: broken);
        }
    }

    private static Answer Describe(BlockProof proof)
    {
        var name = BlockCommitment.NameOf(proof.Kind);
        var kept = proof.Kept.Sum(range => range.Count);
        var json = new JsonObject
        {
            ["holds"] = true,
            ["case"] = proof.Case,
            ["item"] = proof.Item,
            ["kind"] = name,
            ["count"] = proof.Count,
            ["kept"] = Pairs(proof.Kept),
            ["changed"] = Pairs(proof.Changed),
        };
        var said = $"{kept} of the {proof.Count} {name} of item {proof.Item} in case {proof.Case} stand in the extract, word for word and in their order: number {Places(proof.Kept)}.";
        if (proof.Changed.Count > 0)
            said += $" The extract's {name} {Places(proof.Changed)} were changed: nothing proves what stands there.";
        return new Answer(json, said);
    }

    private static JsonArray Pairs(IReadOnlyList<BlockRange> ranges) => new([.. ranges.Select(range => (JsonNode)new JsonArray(range.First, range.Count))]);

    // Blocks are numbered from 0 in the proof, and from 1 for people.
    private static string Places(IReadOnlyList<BlockRange> ranges) => string.Join(", ", ranges.Take(MostPlaces).Select(range => range.Count == 1
        ? string.Create(CultureInfo.InvariantCulture, $"{range.First + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"{range.First + 1} to {range.First + range.Count}"))) + (ranges.Count > MostPlaces ? ", …" : "");
}
