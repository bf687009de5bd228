using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

internal sealed class ExtractVerify : CliCommand
{
    private readonly Argument<string> _proof = new("PROOF") { Description = "The proof that came with the extract." };
    private readonly Argument<string> _extract = new("EXTRACT") { Description = "The blocks that were handed out, joined." };
    private readonly Option<string> _root = new("--root") { Description = "The root of the original's blocks, from a signed statement.", Required = true, HelpName = "HEX" };
    private readonly Option<long?> _count = new("--count") { Description = "How many blocks the statement says the original has. The root binds that too.", HelpName = "N" };

    public ExtractVerify()
        : base("verify", "Says whether every block of an extract stands in the sealed original, word for word and in order, offline. Exit status 1 when not.",
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
            ["kept"] = new JsonArray([.. proof.Kept.Select(range => (JsonNode)new JsonArray(range.First, range.Count))]),
        };
        var places = string.Join(", ", proof.Kept.Take(20).Select(range => range.Count == 1
            ? string.Create(CultureInfo.InvariantCulture, $"{range.First + 1}")
            : string.Create(CultureInfo.InvariantCulture, $"{range.First + 1} to {range.First + range.Count}")));
        return new Answer(json,
            $"The extract is {kept} of the {proof.Count} {name} of item {proof.Item} in case {proof.Case}, word for word and in their order: number {places}{(proof.Kept.Count > 20 ? ", …" : "")}.");
    }
}
