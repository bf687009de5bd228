using System.CommandLine;
using System.Text;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Case;

internal sealed class CaseCheckpoint : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Option<string> _out = new("--out") { Description = "Where the proof goes, as JSON.", Required = true, HelpName = "FILE" };

    public CaseCheckpoint()
        : base("checkpoint", "Fetches the newest checkpoint with the proof that the case stands in it.",
            "rogatory case checkpoint 7K3Q-F2M9-X4TD --out checkpoint.json")
    {
        Add(_case);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (name, path) = (Typed.Case(line.GetRequiredValue(_case)), line.GetRequiredValue(_out));
        var proof = await authority.GetJsonAsync($"/cases/{name}/checkpoint", cancellationToken);
        await Files.ReplaceAsync(path, Encoding.UTF8.GetBytes(proof.ToJsonString()), cancellationToken);
        return new Answer(proof,
            $"{path} holds the newest checkpoint and the proof that the first {proof["size"]} lines of {name} stand in it.\n" +
            $"Check it with: rogatory ledger verify ledger.jsonl --checkpoint {path} --authority authority.json");
    }
}
