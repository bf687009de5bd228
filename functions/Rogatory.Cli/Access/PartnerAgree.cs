using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Core.Access;
using Rogatory.Core.Intake;

namespace Rogatory.Cli.Access;

internal sealed class PartnerAgree : OfficerCommand
{
    private static readonly string[] Purposes = [.. RequestVocabulary.Purposes.Order(StringComparer.Ordinal)];
    private static readonly string[] Categories = [.. RequestVocabulary.DataCategories.Order(StringComparer.Ordinal)];

    private readonly Argument<string> _partner = new("ID") { Description = "The partner." };
    private readonly Argument<string> _agreement = new("AGREEMENT") { Description = "The agreement's id, such as led37-2027; one that is on record is replaced." };
    private readonly Option<string> _instrument = new("--instrument") { Description = "The article it rests on.", Required = true, HelpName = "CITATION" };
    private readonly Option<string[]> _purposes = new("--purpose") { Description = $"A purpose that it covers; without one, all. May be repeated. One is {string.Join(", ", Purposes)}.", HelpName = "CODE" };
    private readonly Option<string[]> _categories = new("--data-category") { Description = $"A data category that it covers; without one, all. May be repeated. One is {string.Join(", ", Categories)}.", HelpName = "CODE" };
    private readonly Option<DateOnly> _from = new("--from") { Description = "Its first day.", Required = true, HelpName = "DATE" };
    private readonly Option<DateOnly> _until = new("--until") { Description = "Its last day.", Required = true, HelpName = "DATE" };

    public PartnerAgree()
        : base("agree", "Records an agreement with a partner, or replaces its record.",
            "rogatory partner agree fr-pnf led37-2027 --instrument 'LED art. 37(1)(a)' --purpose prosecution --data-category bank-records --from 2027-01-01 --until 2029-12-31")
    {
        Add(_partner);
        Add(_agreement);
        Add(_instrument);
        Add(_purposes.AcceptOnlyFromAmong(Purposes));
        Add(_categories.AcceptOnlyFromAmong(Categories));
        Add(_from);
        Add(_until);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var partner = Typed.Partner(line.GetRequiredValue(_partner));
        if (!AgreementId.TryParse(line.GetRequiredValue(_agreement), out var agreement))
            throw CommandFailedException.Usage("AGREEMENT is not an agreement's id: 1 to 40 lower-case letters, digits and hyphens.");
        var body = new JsonObject
        {
            ["instrument"] = line.GetRequiredValue(_instrument),
            ["purposes"] = Codes(line, _purposes),
            ["categories"] = Codes(line, _categories),
            ["from"] = Day(line, _from),
            ["until"] = Day(line, _until),
        };
        var view = await authority.SendJsonAsync(HttpMethod.Put, $"/partners/{partner}/agreements/{agreement}", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, $"Agreement {agreement} with {partner} is on record, from {view["from"]} to {view["until"]}.");
    }

    private static JsonArray Codes(ParseResult line, Option<string[]> option) => [.. (line.GetValue(option) ?? []).Select(code => (JsonNode)code)];

    private static string Day(ParseResult line, Option<DateOnly> option) => line.GetRequiredValue(option).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
