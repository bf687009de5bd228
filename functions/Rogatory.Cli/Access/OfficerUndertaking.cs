using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Core.Policy;

namespace Rogatory.Cli.Access;

internal sealed class OfficerUndertaking() : CliCommand("undertaking", "Prints the confidentiality undertaking that officers sign.", "rogatory officer undertaking")
{
    protected override Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        UndertakingText text = PolicySet.Load().Access!.Undertaking;
        var view = new JsonObject
        {
            ["title"] = text.Title, ["version"] = text.Version, ["digest"] = text.Digest, ["months"] = text.Months,
            ["text"] = new JsonArray([.. text.Text.Select(one => JsonValue.Create(one))]),
        };
        return Task.FromResult(new Answer(view, $"{text.Title}, version {text.Version}\n\n{string.Join("\n", text.Text)}\n\nSHA-256 {text.Digest}"));
    }
}
