using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Cli.Risk;

/// <summary>What the authority says of a case's risk, in words.</summary>
internal static class RiskText
{
    public static string Describe(JsonObject view)
    {
        string @case = PlainText.Of(view, "case") ?? "CASE";
        var text = new StringBuilder($"The risk of letting out what case {@case} holds is {PlainText.Of(view, "level")}.\n")
            .Append(CultureInfo.InvariantCulture, $"Assessed {PlainText.Of(view, "at")}; {ReasonOf(PlainText.Of(view, "cause"))}; rules of {PlainText.Of(view, "pack")}.\n");
        foreach (var one in PlainText.List(view, "findings"))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{PlainText.Of(one, "level")}: {PlainText.Of(one, "message")}\n")
                .Append(CultureInfo.InvariantCulture, $"  {PlainText.Of(one, "rule")}, {PlainText.Of(one, "citation")}{(IsUnchecked(one) ? " (not checked against the official text)" : "")}\n");
            foreach ((var fact, var value) in one["facts"] as JsonObject ?? [])
                text.Append(CultureInfo.InvariantCulture, $"  because {fact} is {(value?.ToString() is { Length: > 0 } said ? said : "nothing")}\n");
        }

        var demands = PlainText.List(view, "demands").ToList();
        if (demands.Count > 0) text.Append("\nDemanded before anything of it goes, in as far as it goes:\n");
        foreach (var one in demands)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {PlainText.Of(one, "mitigation")} (by {string.Join(", ", (one["rules"] as JsonArray ?? []).Select(rule => rule?.ToString()))})\n")
                .Append(CultureInfo.InvariantCulture, $"    {PlainText.Of(one, "how")}.\n");
        }

        var missing = PlainText.List(view, "open").SelectMany(one => (one["missing"] as JsonArray ?? []).Select(fact => fact?.ToString())).Distinct(StringComparer.Ordinal).ToList();
        if (missing.Count > 0) text.Append(CultureInfo.InvariantCulture, $"\nNot known, and so lifting nothing: {string.Join(", ", missing)}.\n");
        if (demands.Count > 0) text.Append(CultureInfo.InvariantCulture, $"\nNext: rogatory disclosure propose {@case} --item ITEM --to PARTNER --facts FACTS.json\n");
        return text.ToString();
    }

    // A setting has no text to be checked against, and its citation says that it is one.
    private static bool IsUnchecked(JsonNode? finding) =>
        PlainText.Of(finding, "verified") == "false" && PlainText.Of(finding, "citation")?.StartsWith("Setting of the home authority", StringComparison.Ordinal) != true;

    private static string ReasonOf(string? cause) => cause switch
    {
        "first" => "for the first time",
        "incident" => "since an incident was opened",
        "partner" => "since something changed about a partner",
        "disclosure" => "since a proposal to disclose said something that matters",
        "read" => "since an officer opened what the program could not read",
        "classified" => "since the case holds something else, or more is known of what it holds",
        "policy" => "since the rules changed",
        _ => "since a date came",
    };
}
