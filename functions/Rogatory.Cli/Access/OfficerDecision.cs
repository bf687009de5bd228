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
    private readonly Argument<int> _number = new("NUMBER") { Description = "The proposal, as 'rogatory officer show' shows it." };
    private readonly string _decision;

    protected OfficerDecision(string decision, string description)
        : base(decision, description, $"rogatory officer {decision} o-jansen 1")
    {
        _decision = decision;
        Add(_officer);
        Add(_number);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        string officer = Typed.Officer(line.GetRequiredValue(_officer)).ToString();
        int number = line.GetRequiredValue(_number);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["decision"] = _decision });
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"/officers/{officer}/proposals/{number}/decision"), body, cancellationToken);
        string done = _decision == "approve" ? "approved; the officer has" : "rejected; the officer has as before";
        return new Answer(view, $"Proposal {number} for {officer} is {done}:\n{OfficerText.Of(view)}");
    }
}
