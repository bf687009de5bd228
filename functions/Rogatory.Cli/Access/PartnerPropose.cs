using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Core.Policy;

namespace Rogatory.Cli.Access;

internal sealed class PartnerPropose : OfficerCommand
{
    private const int DaysOfOverlap = 30;
    private static readonly string[] Kinds = ["signingKey", "encryptionKey"];

    private readonly Argument<string> _partner = new("ID") { Description = "The id the partner will sign with, such as fr-pnf." };
    private readonly Option<string?> _name = new("--name") { Description = "The partner authority's name; as it is unless given.", HelpName = "NAME" };
    private readonly Option<string?> _jurisdiction = new("--jurisdiction") { Description = "The state it belongs to, two letters (ISO 3166-1); as it is unless given.", HelpName = "CODE" };
    private readonly Option<string?> _keys = new("--keys") { Description = "Further keys: what 'rogatory keys public' printed for the partner.", HelpName = "FILE" };
    private readonly Option<DateTimeOffset?> _from = new("--valid-from") { Description = "From when the keys of --keys count; now unless given.", HelpName = "TIME" };
    private readonly Option<DateTimeOffset?> _until = new("--valid-until") { Description = "Until when they count; a year later unless given.", HelpName = "TIME" };
    private readonly Option<DateTimeOffset?> _overlap = new("--overlap-until") { Description = "Until when the keys that it has count beside them; 30 days after --valid-from unless given.", HelpName = "TIME" };
    private readonly Option<string[]> _revoke = new("--revoke") { Description = "The id of a key that counts no more once this is approved. May be repeated.", HelpName = "KEY" };

    public PartnerPropose()
        : base("propose", "Proposes a partner with its keys, or a change of them; it takes effect when another admin approves it.",
            "rogatory partner propose fr-pnf --name 'Parquet national financier' --jurisdiction FR --keys partner.public.json")
    {
        Add(_partner);
        Add(_name);
        Add(_jurisdiction);
        Add(_keys);
        Add(_from);
        Add(_until);
        Add(_overlap);
        Add(_revoke);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var partner = Typed.Partner(line.GetRequiredValue(_partner)).ToString();
        if (line.GetValue(_jurisdiction) is { } code && !StateCode.TryParse(code, out _))
            throw CommandFailedException.Usage("--jurisdiction is not the two-letter code of a state.");
        if (line.GetValue(_keys) is null && (line.GetValue(_from) ?? line.GetValue(_until) ?? line.GetValue(_overlap)) is not null)
            throw CommandFailedException.Usage("--valid-from, --valid-until and --overlap-until go with the keys of --keys.");
        if (line.GetValue(_overlap) <= TimeProvider.System.GetUtcNow())
            throw CommandFailedException.Usage("--overlap-until is past: no key that the partner has would count beside the new ones.", $"To leave a key out at once: rogatory partner propose {partner} --revoke KEY");
        var file = line.GetValue(_keys) is { } path ? await Files.ReadJsonAsync(path, cancellationToken) : null;
        var found = await PartnerEntries.FindAsync(authority, partner, cancellationToken);
        var entry = found?["entry"] as JsonObject;
        var body = new JsonObject
        {
            ["authority"] = line.GetValue(_name) ?? PlainText.Of(entry, "authority") ?? throw Missing("--name"),
            ["jurisdiction"] = line.GetValue(_jurisdiction) ?? PlainText.Of(entry, "jurisdiction") ?? throw Missing("--jurisdiction"),
            ["replaces"] = found?["change"]?.DeepClone() ?? 0,
        };
        var from = line.GetValue(_from) ?? TimeProvider.System.GetUtcNow();
        var revoked = (line.GetValue(_revoke) ?? []).ToHashSet(StringComparer.Ordinal);
        foreach (var kind in Kinds)
        {
            var keys = new JsonArray([.. Kept(entry, kind, file is null ? null : line.GetValue(_overlap) ?? from.AddDays(DaysOfOverlap), revoked)]);
            if (file is not null)
                keys.Add(new JsonObject { ["key"] = Key(file, kind), ["validFrom"] = Time(from), ["validUntil"] = Time(line.GetValue(_until) ?? from.AddYears(1)) });
            body[$"{kind}s"] = keys.Count > 0 ? keys : throw Missing("--keys");
        }

        if (revoked.Count > 0)
            throw CommandFailedException.Usage("--revoke names a key that the partner does not have.", $"See: rogatory partner keys {partner}");
        var view = await authority.SendJsonAsync(HttpMethod.Post, $"/partners/{partner}/proposals", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, $"Proposed about {partner}:\n{PartnerProposalText.Of(view, entry)}" +
            $"It takes effect when another admin approves it: rogatory partner approve {partner} {view["number"]}");
    }

    // What counts no more is left out; what counts longer than the overlap ends with it.
    private static IEnumerable<JsonNode> Kept(JsonObject? entry, string kind, DateTimeOffset? overlap, HashSet<string> revoked)
    {
        foreach (var key in PlainText.List(entry, $"{kind}s").Where(one => !revoked.Remove(PlainText.Of(one["key"], "kid") ?? "")))
        {
            var ends = DateTimeOffset.Parse(PlainText.Of(key, "validUntil")!, CultureInfo.InvariantCulture);
            var begins = DateTimeOffset.Parse(PlainText.Of(key, "validFrom")!, CultureInfo.InvariantCulture);
            if (ends <= TimeProvider.System.GetUtcNow() || begins >= overlap) continue;
            var kept = (JsonObject)key.DeepClone();
            if (overlap < ends) kept["validUntil"] = Time(overlap.Value);
            yield return kept;
        }
    }

    private static CommandFailedException Missing(string option) =>
        CommandFailedException.Usage($"{option} is needed: the partner is not registered, or has no key left.", "Example: rogatory partner propose fr-pnf --name 'Parquet national financier' --jurisdiction FR --keys partner.public.json");

    private static JsonNode Key(JsonObject keys, string name) =>
        keys[name]?.DeepClone() ?? throw CommandFailedException.Usage(
            $"The file of --keys has no {name}.", "It is what 'rogatory keys public' prints: rogatory keys public partner.jwk > partner.public.json");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
