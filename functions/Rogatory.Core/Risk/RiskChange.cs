using System.Text.Json.Nodes;

namespace Rogatory.Core.Risk;

/// <summary>Says why an assessment is another one than the one before.</summary>
internal static class RiskChange
{
    /// <summary>The first cause, in the order of <see cref="RiskCause"/>, that the facts show.</summary>
    public static RiskCause CauseOf(RiskAssessed? before, RiskAssessment after, string policy)
    {
        if (before is null)
            return RiskCause.First;
        JsonObject facts = after.Facts.ToJson();
        bool Changed(string section, string? member = null) => !JsonNode.DeepEquals(Find(before.Facts, section, member), Find(facts, section, member));
        if (Changed("incidents"))
            return RiskCause.Incident;
        if (Changed("request"))
            return RiskCause.Disclosure;
        if (Changed("partner", "standing") || Changed("partner", "protection") || (Changed("partner", "key") && !RanOut(before.Facts, facts)))
            return RiskCause.Partner;
        if (Changed("data", "reading") && !Changed("subjects") && !Changed("volume") && WasOpened(before.Facts, facts))
            return RiskCause.Read;
        if (Changed("data") || Changed("subjects") || Changed("volume"))
            return RiskCause.Classified;
        return before.Pack != after.Pack || (before.Policy != policy && JsonNode.DeepEquals(before.Facts, facts)) ? RiskCause.Policy : RiskCause.Daily;
    }

    private static bool RanOut(JsonObject before, JsonObject after) => !Holds(before, "partner", "key", "not-valid") && Holds(after, "partner", "key", "not-valid");

    private static bool WasOpened(JsonObject before, JsonObject after) =>
        Holds(after, "data", "reading", "unread-seen") && (Holds(before, "data", "reading", "unread") || Holds(before, "data", "reading", "breach"));

    private static bool Holds(JsonObject facts, string section, string member, string code) =>
        Find(facts, section, member) is JsonArray codes && codes.Any(one => one!.GetValue<string>() == code);

    private static JsonNode? Find(JsonObject facts, string section, string? member) => member is null ? facts[section] : facts[section]?[member];
}
