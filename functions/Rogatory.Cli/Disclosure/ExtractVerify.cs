using System.CommandLine;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

internal sealed class ExtractVerify : CliCommand
{
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
            return new Answer(ProofWords.ToJson(proof), ProofWords.Describe(proof));
        }
        catch (ProofException broken)
        {
            throw ProofWords.Broken(broken, broken.Message);
        }
    }
}
