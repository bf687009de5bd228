using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Cli.Retention;
using Rogatory.Core.Access;

namespace Rogatory.Cli.Access;

internal sealed class OfficerWithdraw : OfficerCommand
{
    private readonly Argument<string> _officer = new("ID") { Description = "The officer, as the token's subject names them." };
    private readonly Option<string> _role = new("--role") { Description = "The role.", Required = true };

    public OfficerWithdraw()
        : base("withdraw", "Takes a role away from an officer at once.",
            "rogatory officer withdraw o-jansen --role approver")
    {
        Add(_officer);
        Add(_role.AcceptOnlyFromAmong(Words.Of<OfficerRole>()));
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var officer = Typed.Officer(line.GetRequiredValue(_officer));
        var body = new JsonObject { ["role"] = line.GetRequiredValue(_role) };
        var view = await authority.SendJsonAsync(HttpMethod.Post, $"/officers/{officer}/withdrawals", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, $"{officer} has these roles: {OfficerText.RolesOf(view)}.");
    }
}
