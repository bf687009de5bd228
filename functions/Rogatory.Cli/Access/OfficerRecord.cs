using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class OfficerRecord : OfficerCommand
{
    private readonly Argument<string> _officer = new("ID") { Description = "The officer, as the token's subject names them." };
    private readonly Option<DateTimeOffset> _trained = new("--trained-until") { Description = "Until when the officer's training counts.", Required = true, HelpName = "TIME" };
    private readonly Option<DateTimeOffset> _bound = new("--bound-until") { Description = "Until when the officer's confidentiality undertaking binds.", Required = true, HelpName = "TIME" };

    public OfficerRecord()
        : base("record", "Records an officer's training and undertaking, without which nobody approves a disclosure.",
            "rogatory officer record o-jansen --trained-until 2027-11-30 --bound-until 2028-01-01")
    {
        Add(_officer);
        Add(_trained);
        Add(_bound);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var officer = Typed.Officer(line.GetRequiredValue(_officer));
        var record = new JsonObject { ["trainedUntil"] = Time(line.GetRequiredValue(_trained)), ["boundUntil"] = Time(line.GetRequiredValue(_bound)) };
        var view = await authority.SendJsonAsync(HttpMethod.Put, $"/officers/{officer}", JsonSerializer.SerializeToUtf8Bytes(record), cancellationToken);
        return new Answer(view, $"{officer} is on record: trained until {record["trainedUntil"]}, bound until {record["boundUntil"]}.");
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
