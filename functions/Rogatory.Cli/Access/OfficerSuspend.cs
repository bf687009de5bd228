using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class OfficerSuspend : OfficerCommand
{
    private readonly Argument<string> _officer = new("ID") { Description = "The officer, as the token's subject names them." };

    public OfficerSuspend()
        : base("suspend", "Suspends an officer at once; a proposal that is approved ends it.",
            "rogatory officer suspend o-jansen")
    {
        Add(_officer);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var officer = Typed.Officer(line.GetRequiredValue(_officer));
        await authority.SendJsonAsync(HttpMethod.Post, $"/officers/{officer}/suspension", null, cancellationToken);
        return new Answer(new JsonObject { ["officer"] = officer.ToString(), ["suspended"] = true }, $"{officer} is suspended.");
    }
}
