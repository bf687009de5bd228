using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Drills;

internal sealed class DrillStart : OfficerCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Argument<string> _drill = new("DRILL") { Description = "The drill, by its name in the list." };
    private readonly Option<string?> _facts = new("--facts") { Description = "Write the transfer facts that are plain in the case to this file, to begin a proposal with.", HelpName = "FACTS.json" };

    public DrillStart()
        : base("start", "Begins a drill, or takes up the run of it that is open; the story is printed.", "rogatory drill start over-disclosure --facts facts.json")
    {
        Add(_drill);
        Add(_facts);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["drill"] = line.GetRequiredValue(_drill) };
        var view = await authority.SendJsonAsync(HttpMethod.Post, "/drills", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        if (line.GetValue(_facts) is { } path)
            await Files.ReplaceAsync(path, JsonSerializer.SerializeToUtf8Bytes(view["sheet"], Indented), cancellationToken);
        return new Answer(view, DrillText.OfRun(view));
    }
}
