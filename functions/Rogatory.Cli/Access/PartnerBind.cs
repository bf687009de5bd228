using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class PartnerBind : OfficerCommand
{
    private readonly Argument<string> _partner = new("ID") { Description = "The partner." };
    private readonly Argument<string> _version = new("VERSION") { Description = "The version of the text, such as 2026-1." };
    private readonly Option<string> _text = new("--text") { Description = "The text as the partner signed it; its digest goes on record.", Required = true, HelpName = "FILE" };
    private readonly Option<DateOnly> _signed = new("--signed-on") { Description = "The day of the signature.", Required = true, HelpName = "DATE" };
    private readonly Option<DateOnly> _until = new("--valid-until") { Description = "The last day on which it binds; at most five years on.", Required = true, HelpName = "DATE" };

    public PartnerBind()
        : base("bind", "Records the undertaking of confidentiality that a partner signed.",
            "rogatory partner bind fr-pnf 2026-1 --text undertaking.txt --signed-on 2026-11-02 --valid-until 2028-11-01")
    {
        Add(_partner);
        Add(_version);
        Add(_text);
        Add(_signed);
        Add(_until);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (partner, version) = (Typed.Partner(line.GetRequiredValue(_partner)), line.GetRequiredValue(_version));
        await using var text = File.OpenRead(line.GetRequiredValue(_text));
        var body = new JsonObject
        {
            ["digest"] = Convert.ToHexStringLower(await SHA256.HashDataAsync(text, cancellationToken)),
            ["signedOn"] = Day(line, _signed),
            ["validUntil"] = Day(line, _until),
        };
        var view = await authority.SendJsonAsync(
            HttpMethod.Put, $"/partners/{partner}/undertakings/{Uri.EscapeDataString(version)}", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, $"{partner} is bound by the text {version} (SHA-256 {view["digest"]}) until {view["validUntil"]}.");
    }

    private static string Day(ParseResult line, Option<DateOnly> option) => line.GetRequiredValue(option).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
