using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Incidents;

internal sealed class PatrolRun : OfficerCommand
{
    private readonly Option<string?> _case = new("--case") { Description = "One case, and as many of its bodies as there is time for; left out, one body each of twenty cases at random.", HelpName = "CASE" };

    public PatrolRun()
        : base("patrol", "Has the authority compare a sample of what it stores (bodies, protection, key envelopes, ledgers), and what partners can collect, with its ledgers.",
            "rogatory patrol --case 7K3Q-F2M9-X4TD") =>
        Add(_case);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var report = await authority.SendJsonAsync(HttpMethod.Post, line.GetValue(_case) is { } @case ? $"/patrols?case={Typed.Case(@case)}" : "/patrols", null, cancellationToken);
        var faults = (report["faults"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"{Many("ledgers", "ledger", "ledgers")} checked, {Many("bodies", "sealed body", "sealed bodies")} read and {report["unread"]} of the same cases not, {Many("copies", "copy for a partner", "copies for partners")} looked at, in all {Many("bytes", "byte", "bytes")}: "));
        text.Append(faults.Count == 0
            ? "all that was looked at is as the ledgers say. What was found before is shown by: rogatory incident list"
            : $"{PlainText.Count(faults.Count, "fault")}, each open as an incident.");
        foreach (var fault in faults)
            text.Append(CultureInfo.InvariantCulture, $"\n  {fault["cause"]}: {fault["case"]} {fault["item"]}");
        return new Answer(report, text.ToString(), faults.Count == 0 ? ExitCode.Holds : ExitCode.Breaks);

        string Many(string member, string one, string many) => PlainText.Count((long?)report[member] ?? 0, one, many);
    }
}
