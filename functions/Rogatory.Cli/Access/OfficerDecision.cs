using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

/// <summary>Another admin's answer to a proposal.</summary>
internal abstract class OfficerDecision : OfficerCommand
{
    private readonly Argument<string> _officer = new("ID") { Description = "The officer, as the token's subject names them." };
    private readonly Option<int?> _proposal = new("--proposal") { Description = "The proposal's number. Without it, the one that is open.", HelpName = "N" };
    private readonly string _decision;

    protected OfficerDecision(string decision, string description)
        : base(decision, description, $"rogatory officer {decision} o-jansen")
    {
        _decision = decision;
        Add(_officer);
        Add(_proposal);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        string officer = Typed.Officer(line.GetRequiredValue(_officer)).ToString();
        int proposal = line.GetValue(_proposal) ?? await FindOpenAsync(authority, officer, cancellationToken);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["decision"] = _decision });
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"/officers/{officer}/proposals/{proposal}/decision"), body, cancellationToken);
        return new Answer(view, OfficerText.Of(view));
    }

    private static async Task<int> FindOpenAsync(AuthorityClient authority, string officer, CancellationToken cancellationToken)
    {
        var all = await authority.GetJsonAsync("/officers", cancellationToken);
        return PlainText.List(all, "officers").FirstOrDefault(one => PlainText.Of(one, "officer") == officer)?["proposal"]?["proposal"] is { } number
            ? (int)number
            : throw new CommandFailedException(ExitCode.Refused, "proposal-not-found", $"No proposal for {officer} is open.", "See: rogatory officer list");
    }
}
