using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Transfer;

namespace Rogatory.Cli.Transfer;

internal sealed class TransferCheckCommand : CliCommand
{
    private readonly Argument<string> _file = new("FACTS") { Description = "The facts, as 'rogatory transfer facts --schema' describes them." };
    private readonly Option<DateOnly?> _at = new("--at") { Description = "Decide as on this day, whatever date the facts state.", HelpName = "DATE" };

    public TransferCheckCommand()
        : base("check",
            "Decides whether data may go, on facts stated by hand, and says why. Exit status 0: decided, whatever the outcome ('outcome' in --json: "
            + "allowed, allowed-with-conditions, needs-a-person, refused); 2: the facts cannot be read.",
            "rogatory transfer check facts.json --at 2026-11-22 --json")
    {
        Add(_file);
        Add(_at);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        var path = line.GetRequiredValue(_file);
        if (!TransferFacts.TryParse(await Files.ReadBytesAsync(path, TransferFacts.MostBytes, cancellationToken), out var facts, out var faults))
            throw Unusable(path, faults);
        if (line.GetValue(_at) is { } day) facts = facts.At(day);
        var decision = TransferCheck.Decide(facts, PolicySet.Load());
        return new Answer(decision.ToJson(), TransferText.Describe(decision));
    }

    private static CommandFailedException Unusable(string path, IReadOnlyList<RequestFault> faults) =>
        new(ExitCode.Usage, "facts-malformed", $"{path} does not hold facts of a transfer.", "See: rogatory transfer facts --schema")
        {
            Faults = [.. faults.Select(fault => (JsonNode)new JsonObject { ["pointer"] = fault.Pointer, ["slug"] = fault.Slug, ["message"] = fault.Message })],
        };
}
