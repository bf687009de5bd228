using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Core.Policy;

namespace Rogatory.Cli.Access;

internal sealed class OfficerBind : OfficerCommand
{
    private readonly Argument<string> _officer = new("ID") { Description = "The officer, as the token's subject names them." };
    private readonly Option<DateOnly?> _signed = new("--signed-on") { Description = "The day; today without it.", HelpName = "DATE" };

    public OfficerBind()
        : base("bind", "Records that an officer signed the confidentiality undertaking; officer undertaking prints it.",
            "rogatory officer bind o-jansen --signed-on 2026-11-29")
    {
        Add(_officer);
        Add(_signed);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var officer = Typed.Officer(line.GetRequiredValue(_officer));
        UndertakingText text = PolicySet.Load().Access!.Undertaking;
        var body = new JsonObject { ["version"] = text.Version, ["digest"] = text.Digest, ["signedOn"] = Day.Of(line.GetValue(_signed)) };
        var view = await authority.SendJsonAsync(HttpMethod.Post, $"/officers/{officer}/undertaking", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, OfficerText.Of(view));
    }
}
