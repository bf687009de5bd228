using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rogatory.Core.Risk;

namespace Rogatory.Core.Policy;

/// <summary>Reads risk packs strictly, compiles their predicates, and checks them, each and together.</summary>
internal static partial class RiskLoader
{
    /// <summary>What the name of a file begins with.</summary>
    public const string PackPrefix = "Risk.";

    /// <summary>The risk policy and its version, or null when there is no risk pack.</summary>
    /// <exception cref="PolicyException">A pack cannot be used.</exception>
    public static (RiskPolicy Policy, DateOnly Version)? Load(IReadOnlyDictionary<string, byte[]> files)
    {
        string[] packs = [.. files.Keys.Where(name => name.StartsWith(PackPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        if (packs.Length == 0)
            return null;
        var rules = new List<CompiledRiskRule>();
        DateOnly version = DateOnly.MinValue;
        foreach (string name in packs)
        {
            RiskPack pack = TransferLoader.Read<RiskPack>(name, files[name]);
            Compile(name, pack, rules);
            version = pack.Version > version ? pack.Version : version;
        }

        string? twice = rules.GroupBy(rule => rule.Rule.Id).FirstOrDefault(same => same.Count() > 1)?.Key;
        Require(twice is null, "all risk packs", $"the id {twice} is used twice");
        return (new RiskPolicy(rules, version.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), version);
    }

    private static void Compile(string name, RiskPack pack, List<CompiledRiskRule> rules)
    {
        Require(IsText(pack.Title) && IsText(pack.Source) && IsPeriod(pack.InForce), name, "it lacks a title, a source or a time in force with a citation");
        try
        {
            var definitions = new Dictionary<string, Predicate>(StringComparer.Ordinal);
            var reader = new PredicateReader(RiskFacts.Vocabulary.Find, definitions);
            foreach ((string define, JsonElement predicate) in pack.Definitions ?? new Dictionary<string, JsonElement>())
            {
                Require(!HasNot(predicate), name, $"definition {define} rests on what is absent");
                definitions.Add(define, reader.Read(predicate));
            }

            foreach (RiskRule rule in pack.Rules)
            {
                Check(name, rule);
                rules.Add(new CompiledRiskRule(rule, rule.InForce ?? pack.InForce, reader.Read(rule.When), pack));
            }
        }
        catch (FormatException wrong)
        {
            throw new PolicyException(name, wrong.Message, wrong);
        }
    }

    private static void Check(string name, RiskRule rule)
    {
        Require(RuleIdForm().IsMatch(rule.Id), name, "a rule's id is no id");
        string of = $"rule {rule.Id}";
        Require(IsText(rule.Citation) && IsText(rule.Message), name, $"{of} lacks a citation or a message");
        Require(!HasNot(rule.When), name, $"{of} rests on what is absent, so that more facts could lower the level");
        Require(rule.Level != RiskLevel.Low, name, $"{of} lifts nothing");
        Require(rule.Demands?.All(Mitigation.All.Contains) != false, name, $"{of} demands what is no mitigation");
        bool isSetting = HomeSetting.IsCitedBy(rule.Citation);
        Require(!rule.Verified || !isSetting, name, $"{of} is a setting of the home authority, so there is no text that verifies it");
        Require(rule.Verified || isSetting || rule.Demands is null or [], name, $"{of} is not verified, so it can demand nothing");
        Require(rule.InForce is null || IsPeriod(rule.InForce), name, $"{of} has a time in force that is no period with a citation");
    }

    private static bool HasNot(JsonElement predicate) => predicate.ValueKind switch
    {
        JsonValueKind.Object => predicate.EnumerateObject().Any(member => member.Name == "not" || HasNot(member.Value)),
        JsonValueKind.Array => predicate.EnumerateArray().Any(HasNot),
        _ => false,
    };

    private static bool IsPeriod(InForce inForce) => IsText(inForce.Citation) && !(inForce.To < inForce.From);

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text);

    private static void Require(bool condition, string pack, string reason)
    {
        if (!condition)
            throw new PolicyException(pack, reason);
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9-]{2,39}\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex RuleIdForm();
}
