using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Transfer;

namespace Rogatory.Cli.Transfer;

internal sealed class TransferFactsCommand : CliCommand
{
    private readonly Option<bool> _schema = new("--schema") { Description = "Print the JSON Schema: what each fact means, its values, and which are judgements." };
    private readonly Option<bool> _example = new("--example") { Description = "Print an example that can be allowed." };

    public TransferFactsCommand()
        : base("facts", "Prints what facts 'rogatory transfer check' reads. Output is JSON with and without --json.", "rogatory transfer facts --schema")
    {
        Add(_schema);
        Add(_example);
        Validators.Add(line =>
        {
            if (line.GetValue(_schema) == line.GetValue(_example)) line.AddError("Give --schema or --example.");
        });
    }

    protected override Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString((line.GetValue(_schema) ? TransferFacts.Schema : TransferFacts.Example).Span);
        return Task.FromResult(new Answer(JsonNode.Parse(text)!, text));
    }
}
