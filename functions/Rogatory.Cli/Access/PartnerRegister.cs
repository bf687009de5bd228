using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Core.Policy;

namespace Rogatory.Cli.Access;

internal sealed class PartnerRegister : OfficerCommand
{
    private readonly Argument<string> _partner = new("ID") { Description = "The id the partner will sign with, such as fr-pnf." };
    private readonly Option<string> _name = new("--name") { Description = "The partner authority's name.", Required = true, HelpName = "NAME" };
    private readonly Option<string> _jurisdiction = new("--jurisdiction") { Description = "The state it belongs to, two letters (ISO 3166-1).", Required = true, HelpName = "CODE" };
    private readonly Option<string> _keys = new("--keys") { Description = "What 'rogatory keys public' printed for the partner.", Required = true, HelpName = "FILE" };
    private readonly Option<DateTimeOffset?> _from = new("--valid-from") { Description = "From when; now unless given.", HelpName = "TIME" };
    private readonly Option<DateTimeOffset?> _until = new("--valid-until") { Description = "Until when; a year later unless given.", HelpName = "TIME" };

    public PartnerRegister()
        : base("register", "Registers a partner with its public keys, or replaces its entry.",
            "rogatory partner register fr-pnf --name 'Parquet national financier' --jurisdiction FR --keys partner.public.json")
    {
        Add(_partner);
        Add(_name);
        Add(_jurisdiction);
        Add(_keys);
        Add(_from);
        Add(_until);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var partner = Typed.Partner(line.GetRequiredValue(_partner));
        if (!StateCode.TryParse(line.GetRequiredValue(_jurisdiction), out var jurisdiction))
            throw CommandFailedException.Usage("--jurisdiction is not the two-letter code of a state.");
        var keys = await Files.ReadJsonAsync(line.GetRequiredValue(_keys), cancellationToken);
        var from = line.GetValue(_from) ?? TimeProvider.System.GetUtcNow();
        var entry = new JsonObject
        {
            ["authority"] = line.GetRequiredValue(_name),
            ["jurisdiction"] = jurisdiction.ToString(),
            ["signingKey"] = Key(keys, "signingKey"),
            ["encryptionKey"] = Key(keys, "encryptionKey"),
            ["validFrom"] = Time(from),
            ["validUntil"] = Time(line.GetValue(_until) ?? from.AddYears(1)),
        };
        var view = await authority.SendJsonAsync(HttpMethod.Put, $"/partners/{partner}", JsonSerializer.SerializeToUtf8Bytes(entry), cancellationToken);
        return new Answer(view, $"{partner} is registered until {entry["validUntil"]}.");
    }

    private static JsonNode Key(JsonObject keys, string name) =>
        keys[name]?.DeepClone() ?? throw CommandFailedException.Usage(
            $"The file of --keys has no {name}.", "It is what 'rogatory keys public' prints: rogatory keys public partner.jwk > partner.public.json");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
