using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Policy;

/// <summary>Reads transfer packs and tables strictly, compiles their predicates, and checks them, each and together.</summary>
internal static partial class TransferLoader
{
    /// <summary>What the name of a file begins with, by kind.</summary>
    public const string PackPrefix = "Transfer.";
    public const string TablePrefix = "Tables.";

    private static readonly string[] People = ["approver", "data-protection-officer", "central-authority", "originator", "requesting-authority"];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The transfer policy and its version, or null when there is no transfer pack.</summary>
    /// <exception cref="PolicyException">A pack or table cannot be used.</exception>
    public static (TransferPolicy Policy, DateOnly Version)? Load(IReadOnlyDictionary<string, byte[]> files)
    {
        string[] packs = [.. files.Keys.Where(name => name.StartsWith(PackPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        if (packs.Length == 0)
            return null;
        PartyLists parties = Table<PartyLists>(files, "parties");
        AdequacyDecisions adequacy = Table<AdequacyDecisions>(files, "adequacy");
        InstrumentOrder instruments = Table<InstrumentOrder>(files, "instruments");
        CloudRegions regions = Table<CloudRegions>(files, "regions");
        var rules = new List<CompiledRule>();
        var ladders = new List<CompiledLadder>();
        DateOnly version = new[] { parties.Version, adequacy.Version, instruments.Version, regions.Version }.Max();
        foreach (string name in packs)
        {
            TransferPack pack = Read<TransferPack>(name, files[name]);
            Compile(name, pack, rules, ladders);
            version = pack.Version > version ? pack.Version : version;
        }

        string? twice = rules.Select(rule => rule.Rule.Id).Concat(ladders.SelectMany(ladder => ladder.Ladder.Rungs.Select(rung => rung.Id).Append(ladder.Ladder.Id)))
            .GroupBy(id => id).FirstOrDefault(same => same.Count() > 1)?.Key;
        Require(twice is null, "all transfer packs", $"the id {twice} is used twice");
        return (new TransferPolicy(rules, ladders, new LawTables(parties.Lists, parties.Bilateral, adequacy.Decisions, instruments.Instruments, regions.Regions)), version);
    }

    private static void Compile(string name, TransferPack pack, List<CompiledRule> rules, List<CompiledLadder> ladders)
    {
        Require(IsText(pack.Title) && IsText(pack.Source) && IsText(pack.InForce.Citation), name, "it lacks a title, a source or a citation");
        try
        {
            var definitions = new Dictionary<string, Predicate>(StringComparer.Ordinal);
            var reader = new PredicateReader(FactVocabulary.Find, definitions);
            foreach ((string define, JsonElement predicate) in pack.Definitions ?? new Dictionary<string, JsonElement>())
                definitions.Add(define, reader.Read(predicate));
            foreach (TransferRule rule in pack.Rules)
            {
                Check(name, rule);
                Predicate? must = rule.Must is { } required ? reader.Read(required) : null;
                rules.Add(new CompiledRule(rule, rule.InForce ?? pack.InForce, reader.Read(rule.When), must, pack));
            }

            foreach (TransferLadder ladder in pack.Ladders ?? [])
            {
                Require(ladder.Rungs.Count > 0 && People.Contains(ladder.Who), name, $"ladder {ladder.Id} has no rung, or asks nobody");
                Require(ladder.Rungs.All(rung => RuleIdForm().IsMatch(rung.Id) && IsText(rung.Citation)), name, $"ladder {ladder.Id} has a rung without an id or a citation");
                ladders.Add(new CompiledLadder(
                    ladder, pack.InForce, reader.Read(ladder.When), [.. ladder.Rungs.Select(rung => new CompiledRung(rung, reader.Read(rung.Holds)))], pack));
            }
        }
        catch (FormatException wrong)
        {
            throw new PolicyException(name, wrong.Message, wrong);
        }
    }

    private static void Check(string name, TransferRule rule)
    {
        Require(RuleIdForm().IsMatch(rule.Id), name, "a rule's id is no id");
        string of = $"rule {rule.Id}";
        Require(IsText(rule.Citation) && IsText(rule.Message), name, $"{of} lacks a citation or a message");
        bool isSetting = HomeSetting.IsCitedBy(rule.Citation);
        Require(!rule.Verified || !isSetting, name, $"{of} is a setting of the home authority, so there is no text that verifies it");
        Require(rule.Verified || isSetting || rule.Effect is TransferEffect.Ask or TransferEffect.Note, name, $"{of} is not verified, so it can only ask a person or note");
        Require(rule.Effect == TransferEffect.Require == rule.Must is not null, name, $"{of} requires nothing, or says what must hold and does not require it");
        Require(rule.Effect == TransferEffect.Condition == rule.Code is not null, name, $"{of} is a condition without a code, or the other way round");
        Require(rule.Who is null || People.Contains(rule.Who), name, $"{of} asks somebody who is not there");
        Require(rule.InForce is null || (IsText(rule.InForce.Citation) && !(rule.InForce.To < rule.InForce.From)), name, $"{of} has a time in force that is no period with a citation");
    }

    private static T Table<T>(IReadOnlyDictionary<string, byte[]> files, string name)
        where T : class
    {
        string file = $"{TablePrefix}{name}.json";
        return files.TryGetValue(file, out byte[]? content) ? Read<T>(file, content) : throw new PolicyException(file, "it is not there");
    }

    /// <summary>A file, read strictly.</summary>
    /// <exception cref="PolicyException">It is not JSON of its shape.</exception>
    internal static T Read<T>(string name, byte[] content)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(content, Options) ?? throw new PolicyException(name, "it is null");
        }
        catch (JsonException malformed)
        {
            throw new PolicyException(name, $"it is not JSON of its shape, at {malformed.Path ?? "$"}", malformed);
        }
    }

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text);

    private static void Require(bool condition, string pack, string reason)
    {
        if (!condition)
            throw new PolicyException(pack, reason);
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9-]{2,39}\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex RuleIdForm();

    private sealed record PartyLists(string Title, DateOnly Version, string Source, IReadOnlyList<PartyList> Lists, IReadOnlyList<BilateralRow> Bilateral);

    private sealed record AdequacyDecisions(string Title, DateOnly Version, string Source, IReadOnlyList<AdequacyRow> Decisions);

    private sealed record InstrumentOrder(string Title, DateOnly Version, string Source, IReadOnlyList<InstrumentRow> Instruments);

    private sealed record CloudRegions(string Title, DateOnly Version, string Source, IReadOnlyList<RegionRow> Regions);
}
