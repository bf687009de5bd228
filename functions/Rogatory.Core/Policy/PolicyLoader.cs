using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Rogatory.Core.Policy;

/// <summary>Reads packs strictly and checks them, each and together.</summary>
internal static partial class PolicyLoader
{
    private const string Together = "all packs";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static PolicyPack Read(string name, byte[] content)
    {
        PolicyPack pack;
        try
        {
            pack = JsonSerializer.Deserialize<PolicyPack>(content, Options) ?? throw new PolicyException(name, "it is null");
        }
        catch (JsonException malformed)
        {
            throw new PolicyException(name, $"it is not JSON of a pack's shape, at {malformed.Path ?? "$"}", malformed);
        }

        Require(pack.Instrument is null || InstrumentForm().IsMatch(pack.Instrument), name, "its instrument is no id");
        Require(IsText(pack.Title) && IsText(pack.Source), name, "it lacks a title or a source");
        Require(IsPeriod(pack.InForce), name, "its time in force is no period with a citation");
        Require(pack.Rules.Count > 0, name, "it has no rule");
        foreach (PolicyRule rule in pack.Rules)
            Check(name, pack, rule);
        return pack;
    }

    /// <summary>The one retention rule of all packs.</summary>
    public static PolicyRule CheckTogether(IReadOnlyList<PolicyPack> packs)
    {
        string[] instruments = [.. packs.Select(pack => pack.Instrument).OfType<string>()];
        Require(instruments.Length > 0, Together, "there is no instrument");
        Require(instruments.Distinct().Count() == instruments.Length, Together, "an instrument has two packs");
        PolicyRule[] rules = [.. packs.SelectMany(pack => pack.Rules)];
        if (rules.GroupBy(rule => rule.Id).FirstOrDefault(same => same.Count() > 1) is { } repeated)
            throw new PolicyException(Together, $"the rule id {repeated.Key} is used twice");
        PolicyRule[] retention = [.. rules.Where(rule => rule.Effect == RuleEffect.Retain)];
        Require(retention.Length == 1, Together, "there must be exactly one retention rule");
        return retention[0];
    }

    private static void Check(string name, PolicyPack pack, PolicyRule rule)
    {
        Require(RuleIdForm().IsMatch(rule.Id), name, "a rule's id is no id");
        string of = $"rule {rule.Id}";
        Require(IsText(rule.Citation), name, $"{of} lacks a citation");
        Require(IsText(rule.Message), name, $"{of} lacks a message");
        Require(rule.Verified || rule.Effect != RuleEffect.Missing, name, $"{of} is not verified, so it cannot make a request incomplete");
        Require(rule.Field is null || RequestFields.IsKnown(rule.Field), name, $"{of} names an unknown field");
        Require(rule.When is null || rule.When.All(RuleConditions.IsKnown), name, $"{of} names an unknown condition");
        Require(rule.InForce is null || IsPeriod(rule.InForce), name, $"{of} has a time in force that is no period with a citation");
        Require(IsWhole(pack, rule), name, $"{of} does not have the members that its effect needs, and no others");
    }

    private static bool IsWhole(PolicyPack pack, PolicyRule rule) => rule.Effect switch
    {
        RuleEffect.Missing or RuleEffect.Warn or RuleEffect.Note => rule is { Field: not null, Clock: null },
        RuleEffect.Clock => IsClock(rule.Clock) && (rule.Clock.Limit is null ? rule.Field == "/respondBy" : rule.Field is null),
        RuleEffect.Minimum => IsClock(rule.Clock) && rule is { Field: null, Clock.Limit: not null, Clock.MetBy: [] },
        RuleEffect.Retain => IsClock(rule.Clock)
            && rule is { Field: null, When: null, InForce: null, Clock: { Trigger: ClockTrigger.Receipt, Limit: not null, MetBy: [] } }
            && pack.Instrument is null,
        RuleEffect.Review or RuleEffect.Erase => IsClock(rule.Clock)
            && rule is { Field: null, When: null, Clock: { Trigger: ClockTrigger.Decision or ClockTrigger.Refusal, Limit: not null, MetBy: [] } },
        _ => false,
    };

    private static bool IsClock([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] RuleClock? clock) =>
        clock is { Days: null or (> 0 and <= 36_525), Hours: null or (> 0 and <= 8_760) } and not { Days: not null, Hours: not null }
        && ClockIdForm().IsMatch(clock.Id) && clock.MetBy.All(EventForm().IsMatch);

    private static bool IsPeriod(InForce inForce) => IsText(inForce.Citation) && (inForce.To is null || inForce.To >= inForce.From);

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text);

    private static void Require(bool condition, string pack, string reason)
    {
        if (!condition)
            throw new PolicyException(pack, reason);
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9-]{1,15}\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex InstrumentForm();

    [GeneratedRegex(@"\A[A-Z][A-Z0-9-]{2,39}\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex RuleIdForm();

    [GeneratedRegex(@"\A[a-z0-9]+\.[a-z]+(-[a-z]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex ClockIdForm();

    [GeneratedRegex(@"\A[a-z]+\.[a-z]+(-[a-z]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex EventForm();
}
