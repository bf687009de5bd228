using System.Text.Json.Nodes;
using Rogatory.Core.Case;

namespace Rogatory.Core.Drills;

/// <summary>Whether a drill can be played and scored: what its shape alone does not say.</summary>
internal static class DrillCheck
{
    private const int Points = 100;
    private const int MostHours = 24 * 14;

    /// <summary>The first fault, in words; null for none.</summary>
    public static string? FindFault(DrillDefinition drill) =>
        OfTexts(drill) ?? OfCast(drill) ?? OfSteps(drill) ?? OfRules(drill) ?? OfPatterns(drill);

    private static string? OfTexts(DrillDefinition drill) =>
        !AreTexts([drill.Title, drill.Pitfall, drill.Task, .. drill.Story]) || drill.Story.Count == 0 ? "it lacks a title, a pitfall, a story or a task"
        : drill.Hours is < 1 or > MostHours ? "it can't be played for that long"
        : drill.Pass is < 1 or > Points ? "its pass mark is not of 1 to 100"
        : null;

    private static string? OfCast(DrillDefinition drill)
    {
        string[] aliases = [.. drill.Partners.Select(one => one.Alias)];
        return aliases.Distinct(StringComparer.Ordinal).Count() != aliases.Length ? "two partners have one alias"
            : aliases.Any(alias => ScriptedOfficer.Names.Contains(alias)) ? "a partner has the name of an officer of the script"
            : !aliases.Contains(drill.From) ? "no partner sends the request"
            : drill.Request.ContainsKey("reference") || drill.Request.ContainsKey("items") ? "the reference and the items of its request are the run's"
            : drill.Items.Concat(drill.Steps.Select(step => step.Adds?.Item).OfType<DrillItem>())
                .FirstOrDefault(item => !ItemId.TryParseDeclared(item.Id, out _) || item.Text is null == item.Base64 is null) is { } item
                ? $"its item {item.Id} has no id of the form, or not one content"
            : null;
    }

    private static string? OfSteps(DrillDefinition drill)
    {
        string[] cast = [.. drill.Partners.Select(one => one.Alias), .. ScriptedOfficer.Names];
        foreach (DrillStep step in drill.Steps)
        {
            int acts = (step.Call is null ? 0 : 1) + (step.Adds is null ? 0 : 1) + (step.Collects ? 1 : 0);
            if (acts > 1 || (acts == 0 && step.Says is null) || acts == 1 != step.Who is not null)
                return $"its step {step.Id} neither says nor does one thing";
            if (step.Who is { } who && (!cast.Contains(who) || (step.Collects && ScriptedOfficer.Names.Contains(who)) || (step.Adds is not null && !ScriptedOfficer.Names.Contains(who))))
                return $"its step {step.Id} is nobody's";
            if (step.Call is { } call && (call.Split(' ') is not [("GET" or "PUT" or "POST"), ['/', ..]] || (step.Body is not null && call.StartsWith("GET", StringComparison.Ordinal))))
                return $"its step {step.Id} makes no call";
        }

        return Twice(drill.Steps.Select(step => step.Id)) is { } twice ? $"two steps are called {twice}" : null;
    }

    private static string? OfRules(DrillDefinition drill)
    {
        foreach (DrillRule rule in drill.Rules)
        {
            if (!AreTexts(rule.Earned, rule.Lost, rule.Citation) || rule.Points < 1)
                return $"its rule {rule.Id} lacks a text, a citation or points";
            if (rule.Must is null == rule.MustNot is null)
                return $"its rule {rule.Id} asks for nothing, or for two things";
        }

        return Twice(drill.Rules.Select(rule => rule.Id)) is { } twice ? $"two rules are called {twice}"
            : drill.Rules.Sum(rule => rule.Points) != Points ? "its points do not add up to 100"
            : drill.Finish.Count == 0 ? "nothing finishes it"
            : null;
    }

    private static string? OfPatterns(DrillDefinition drill)
    {
        foreach (EntryPattern pattern in drill.Patterns)
        {
            if (pattern.Events.Count == 0 || pattern.Events.FirstOrDefault(name => !DrillEntries.Knows(name)) is { })
                return $"it looks for an event that there is not: {string.Join(", ", pattern.Events)}";
            foreach ((string path, JsonNode? _) in pattern.Data ?? new Dictionary<string, JsonNode?>())
            {
                if (!pattern.Events.All(name => DrillEntries.HasMember(name, path.Split('.')[0])))
                    return $"it looks for {path} in an event that has none: {string.Join(", ", pattern.Events)}";
            }
        }

        return null;
    }

    private static bool AreTexts(params IEnumerable<string> texts) => texts.All(text => !string.IsNullOrWhiteSpace(text));

    private static string? Twice(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;
}
