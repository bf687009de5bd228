using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Core.Policy;

namespace Rogatory.Cli.Policy;

internal sealed class PolicyCheckCommand : CliCommand
{
    public PolicyCheckCommand()
        : base("check",
            "Finds rules of the transfer check that can never fire, contradict each other, lack a test or fail one. "
            + "Exit status 0: none; 1: some; 2: the policy cannot be loaded.",
            "rogatory policy check --json")
    {
    }

    protected override Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        PolicySet policy;
        try
        {
            policy = PolicySet.Load();
        }
        catch (PolicyException unusable)
        {
            throw CommandFailedException.Usage(unusable.Message, inner: unusable);
        }
        var faults = PolicyCheck.Run(policy);
        var json = new JsonObject
        {
            ["version"] = policy.Version,
            ["digest"] = policy.Digest,
            ["faults"] = new JsonArray([.. faults.Select(fault => (JsonNode)new JsonObject { ["rule"] = fault.Rule, ["kind"] = fault.Kind, ["message"] = fault.Message })]),
        };
        var text = faults.Count == 0
            ? $"Policy {policy.Version} has no fault that can be found without a lawyer."
            : $"Policy {policy.Version}:\n{PlainText.Table(faults.Select(fault => new[] { fault.Rule, fault.Kind, fault.Message }))}";
        return Task.FromResult(new Answer(json, text, faults.Count == 0 ? ExitCode.Holds : ExitCode.Breaks));
    }
}
