using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Cli.Retention;
using Rogatory.Core.Incidents;

namespace Rogatory.Cli.Incidents;

internal sealed class IncidentOpen : OfficerCommand
{
    private readonly Option<string> _cause = new Option<string>("--cause") { Description = "What happened.", Required = true }.AcceptOnlyFromAmong(ReportableCauses.All);
    private readonly Option<string> _description = new("--description") { Description = "What happened, in words; they are sealed, and only their place is on record.", Required = true, HelpName = "TEXT" };
    private readonly Option<string?> _case = new("--case") { Description = "The case concerned.", HelpName = "CASE" };
    private readonly Option<string?> _item = new("--item") { Description = "The item of it.", HelpName = "ITEM" };
    private readonly Option<string?> _partner = new("--of-partner") { Description = "The partner concerned.", HelpName = "ID" };
    private readonly Option<string?> _officer = new("--of-officer") { Description = "The officer concerned.", HelpName = "ID" };
    private readonly Option<DateTimeOffset?> _aware = new("--aware") { Description = "When somebody became aware; the clocks count from then.", HelpName = "TIME" };
    private readonly Option<string?> _regime = new Option<string?>("--regime") { Description = "The law that it falls under: led unless said otherwise." }.AcceptOnlyFromAmong(Words.Of<LawRegime>());

    public IncidentOpen()
        : base("open", "Reports an incident. One of the same cause at the same place that is open already is met again.",
            "rogatory incident open --cause unauthorised-disclosure --case 7K3Q-F2M9-X4TD --item statement --description 'The statement lay on the printer of another unit.'")
    {
        Add(_cause);
        Add(_description);
        Add(_case);
        Add(_item);
        Add(_partner);
        Add(_officer);
        Add(_aware);
        Add(_regime);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["cause"] = line.GetRequiredValue(_cause), ["description"] = line.GetRequiredValue(_description) };
        if (line.GetValue(_case) is { } @case) body["case"] = Typed.Case(@case).ToString();
        if (line.GetValue(_item) is { } item) body["item"] = Typed.Item(item).ToString();
        if (line.GetValue(_partner) is { } partner) body["partner"] = Typed.Partner(partner).ToString();
        if (line.GetValue(_officer) is { } officer) body["officer"] = Typed.Officer(officer).ToString();
        if (line.GetValue(_aware) is { } aware) body["awareAt"] = aware.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        if (line.GetValue(_regime) is { } regime) body["regime"] = regime;
        var view = await authority.SendJsonAsync(HttpMethod.Post, "/incidents", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        // Who may not see it is told no more than that.
        if (view["state"] is null)
            return new Answer(view, $"It is taken down as {view["incident"]}.");
        var met = view["sightings"]?.GetValue<int>() > 0
            ? $"{view["incident"]} was open already for that cause there: what you say is taken down with it. If it is another matter, name the case, item, partner or officer that it is about.\n"
            : "";
        return new Answer(view, met + IncidentText.Describe(view));
    }
}
