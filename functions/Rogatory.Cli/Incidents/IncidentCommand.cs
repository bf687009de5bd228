using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Core.Incidents;

namespace Rogatory.Cli.Incidents;

/// <summary>What an officer does with one incident; the authority answers with the incident as it stands after that.</summary>
internal abstract class IncidentCommand : OfficerCommand
{
    private readonly Argument<string> _incident = new("INCIDENT") { Description = "The incident, such as INC-7K3Q-F2M9-X4TD." };

    protected IncidentCommand(string name, string description, string example)
        : base(name, description, example) =>
        Add(_incident);

    protected static Option<string> Text(string name, string description, bool required = false) => new(name) { Description = description, HelpName = "TEXT", Required = required };

    protected static Option<string> Word(string name, string description, string[] words, bool required = true)
    {
        var option = new Option<string>(name) { Description = description, Required = required };
        return option.AcceptOnlyFromAmong(words);
    }

    protected string AddressOf(ParseResult line) =>
        IncidentId.TryParse(line.GetRequiredValue(_incident), out var incident)
            ? $"/incidents/{incident}"
            : throw CommandFailedException.Usage("INCIDENT is not an incident's id, such as INC-7K3Q-F2M9-X4TD.");

    /// <summary>The members that were given.</summary>
    protected static JsonObject BodyOf(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var body = new JsonObject();
        foreach ((string name, string? value) in members)
        {
            if (value is not null)
                body[name] = value;
        }

        return body;
    }

    protected static Task<JsonObject> PostAsync(AuthorityClient authority, string address, JsonObject body, CancellationToken cancellationToken) =>
        authority.SendJsonAsync(HttpMethod.Post, address, JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
}
