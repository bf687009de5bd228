using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Retention;

/// <summary>What an officer does in a case on a ground, on cited law, with reasons.</summary>
internal abstract class GroundedCommand : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Option<string> _ground = new("--ground") { Description = "Why.", Required = true };
    private readonly Option<string> _citation = new("--citation") { Description = "The article relied on.", Required = true, HelpName = "TEXT" };
    private readonly Option<string> _reasons = new("--reasons") { Description = "The reasons; they are sealed, and only their place is on record.", Required = true, HelpName = "TEXT" };

    protected GroundedCommand(string name, string description, string example, string[] grounds)
        : base(name, description, example)
    {
        Add(_case);
        Add(_ground.AcceptOnlyFromAmong(grounds));
        Add(_citation);
        Add(_reasons);
    }

    protected static Option<string[]> Items(string description) => new("--item") { Description = description, HelpName = "ITEM" };

    protected string CaseOf(ParseResult line) => Typed.Case(line.GetRequiredValue(_case)).ToString();

    protected JsonObject BodyOf(ParseResult line) => new()
    {
        ["ground"] = line.GetRequiredValue(_ground),
        ["citation"] = line.GetRequiredValue(_citation),
        ["reasons"] = line.GetRequiredValue(_reasons),
    };

    protected JsonObject BodyOf(ParseResult line, Option<string[]> items)
    {
        JsonObject body = BodyOf(line);
        if (line.GetValue(items) is { Length: > 0 } named)
            body["items"] = new JsonArray([.. named.Select(item => JsonValue.Create(Typed.Item(item).ToString()))]);
        return body;
    }
}
