using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Cli.Access;
using Rogatory.Cli.Http;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

internal sealed class ExtractProve : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Argument<string> _extract = new("EXTRACT") { Description = "The extract." };
    private readonly Option<string> _justification = Justification.Option("Why you need to read it; it is sealed and stays on record.");
    private readonly Option<string> _out = new("--out") { Description = "Where the proof goes.", Required = true, HelpName = "FILE" };

    public ExtractProve()
        : base("prove", "Fetches the proof that goes with an extract, and checks that the extract's blocks stand in the sealed original. Exit status 1 when they do not.",
            "rogatory extract prove 7K3Q-F2M9-X4TD statement.extract-1 --justification 'Checking it before it goes out' --out extract.proof.json")
    {
        Add(_case);
        Add(_extract);
        Add(_justification);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (@case, item, path) = (Typed.Case(line.GetRequiredValue(_case)), Typed.Item(line.GetRequiredValue(_extract)), line.GetRequiredValue(_out));
        var justification = Justification.Of(line, _justification);
        var view = await authority.GetJsonAsync($"/cases/{@case}", cancellationToken);
        var extract = PlainText.List(view, "items").FirstOrDefault(one => PlainText.Of(one, "id") == item.ToString())?["extract"] as JsonObject
            ?? throw new CommandFailedException(ExitCode.Refused, "item-not-found", $"The case has no extract {item}.", "'rogatory case show' lists its items.");
        if (PlainText.Of(extract, "proof") is not { } proven)
        {
            throw new CommandFailedException(ExitCode.Refused, "extract-unproven", $"Nothing proves that {item} stands in {PlainText.Of(extract, "of")} word for word.",
                "Make one that keeps whole rows, lines or pages; its changed ones prove nothing.");
        }

        var blocks = extract["blocks"]!.AsObject();
        var json = await ReadAsync(proven);
        var content = await ReadAsync(item.ToString());
        try
        {
            var proof = BlockProof.Parse(json);
            await proof.VerifyAsync(Convert.FromHexString((string)blocks["root"]!), new MemoryStream(content), cancellationToken);
            await Files.ReplaceAsync(path, json, cancellationToken);
            var answer = ProofWords.ToJson(proof);
            (answer["extract"], answer["root"], answer["file"]) = (item.ToString(), (string)blocks["root"]!, path);
            return new Answer(answer, $"{ProofWords.Describe(proof)}\nThe proof is in {path}. Whoever has the extract checks it offline:\n" +
                $"rogatory extract verify {path} EXTRACT --root {blocks["root"]} --count {blocks["count"]}");
        }
        catch (ProofException broken)
        {
            throw ProofWords.Broken(broken, $"The proof of {item} does not hold. {broken.Message}", "Release it to nobody, and open an incident.");
        }

        async Task<byte[]> ReadAsync(string id)
        {
            using var copy = new MemoryStream();
            await screen.WithProgressAsync($"Reading {id}", null, report => ItemContent.DownloadAsync(
                authority, @case, id, request => Justification.Give(request, justification), copy, report, cancellationToken));
            return copy.ToArray();
        }
    }
}
