using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Core.Policy;

namespace Rogatory.Cli.Policy;

internal sealed class PolicyGet : CliCommand
{
    private readonly Argument<string> _digest = new("DIGEST") { Description = "The digest that a transfer-checked line names as policy." };
    private readonly Option<string> _out = new("--out") { Description = "Where to write it.", Required = true, HelpName = "FILE" };

    public PolicyGet()
        : base("get", "Gets the rules that a decision was made under, from the authority that made it.", "rogatory policy get 3f1c... --out policy.json")
    {
        Add(AuthorityOptions.AuthorityUrl);
        Add(_digest);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        var digest = line.GetRequiredValue(_digest);
        using var authority = AuthorityOptions.AsAnyone(line);
        var policy = await authority.GetBytesAsync($"/policies/{Uri.EscapeDataString(digest)}", cancellationToken);
        if (PolicySet.Parse(policy).Digest != digest)
            throw new CommandFailedException(ExitCode.Breaks, "policy-digest", "What the authority gave is not the policy of that digest.");
        var path = line.GetRequiredValue(_out);
        await Files.ReplaceAsync(path, policy, cancellationToken);
        return new Answer(new JsonObject { ["policy"] = digest, ["file"] = path }, $"The policy {digest} is in {path}; its digest is right.");
    }
}
