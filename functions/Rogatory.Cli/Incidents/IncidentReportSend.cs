using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Incidents;

internal sealed class IncidentReportSend : PartnerCommand
{
    private readonly Option<string> _case = new("--case") { Description = "The case that the data are of.", Required = true, HelpName = "CASE" };
    private readonly Option<string> _cause = new Option<string>("--cause") { Description = "What happened.", Required = true }.AcceptOnlyFromAmong(ReportableCauses.All);
    private readonly Option<string> _description = new("--description") { Description = "What happened, in words.", Required = true, HelpName = "TEXT" };
    private readonly Option<string?> _item = new("--item") { Description = "The item.", HelpName = "ITEM" };
    private readonly Option<DateTimeOffset?> _aware = new("--aware") { Description = "When you became aware.", HelpName = "TIME" };

    public IncidentReportSend()
        : base("report", "As a partner, reports what befell data that you sent or were handed.",
            "rogatory incident report --case 7K3Q-F2M9-X4TD --item statement --cause device-lost --description 'A device with the statement was stolen.'")
    {
        Add(_case);
        Add(_cause);
        Add(_description);
        Add(_item);
        Add(_aware);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["case"] = Typed.Case(line.GetRequiredValue(_case)).ToString(),
            ["cause"] = line.GetRequiredValue(_cause),
            ["description"] = line.GetRequiredValue(_description),
        };
        if (line.GetValue(_item) is { } item) body["item"] = Typed.Item(item).ToString();
        if (line.GetValue(_aware) is { } aware) body["awareAt"] = aware.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var view = await authority.SendJsonAsync(HttpMethod.Post, "/incidents", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, $"The authority has it as {view["incident"]}.");
    }
}
