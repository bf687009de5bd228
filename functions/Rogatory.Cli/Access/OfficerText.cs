using System.Globalization;
using System.Text.Json.Nodes;

namespace Rogatory.Cli.Access;

/// <summary>An officer of the register in plain text.</summary>
internal static class OfficerText
{
    public static string Of(JsonNode officer)
    {
        List<string[]> rows =
        [
            ["officer", $"{PlainText.Of(officer, "officer")}{((bool)officer["suspended"]! ? ", suspended" : "")}"],
            ["roles", RolesOf(officer)],
            ["unit", PlainText.Of(officer, "unit") ?? "none"],
            ["clearance", PlainText.Of(officer, "clearance") ?? "none"],
        ];
        if (officer["proposal"] is JsonObject proposal)
            rows.Add(["proposal", ProposalOf(proposal)]);
        rows.AddRange(PlainText.List(officer, "courses").Select(one => new[] { "course", $"{PlainText.Of(one, "course")} {PlainText.Of(one, "version")}, {Until(one, "validUntil")}" }));
        rows.Add(["undertaking", officer["undertaking"] is JsonObject signed ? $"version {PlainText.Of(signed, "version")}, {Until(signed, "validUntil")}" : "none"]);
        rows.AddRange(PlainText.List(officer, "assignments").Select(one => new[] { "case", $"{PlainText.Of(one, "case")}, {Until(one, "lapsesAt", " unless confirmed")}" }));
        rows.AddRange(PlainText.List(officer, "conflicts").Select(one => new[] { "conflict", $"{PlainText.Of(one, "case")}, {PlainText.Of(one, "kind")}, declared by {PlainText.Of(one, "declaredBy")}" }));
        return PlainText.Table(rows);
    }

    // Lapsed at that time itself, as the authority counts.
    private static string Until(JsonNode what, string member, string unless = "")
    {
        var until = PlainText.Of(what, member) ?? "";
        return DateTimeOffset.TryParse(until, CultureInfo.InvariantCulture, out var time) && time <= TimeProvider.System.GetUtcNow() ? $"lapsed {until}" : $"until {until}{unless}";
    }

    /// <summary>Its number, and all that it proposes.</summary>
    public static string ProposalOf(JsonNode proposal) =>
        $"{proposal["proposal"]}: {RolesOf(proposal)}, unit {PlainText.Of(proposal, "unit")}, clearance {PlainText.Of(proposal, "clearance")}, by {PlainText.Of(proposal, "proposedBy")}";

    /// <summary>The roles of an officer, or of a proposal. A founder's stands in no register.</summary>
    public static string RolesOf(JsonNode officer)
    {
        var roles = officer["roles"] is JsonArray { Count: > 0 } some ? string.Join(", ", some.Select(role => (string?)role)) : "none";
        return (bool?)officer["founder"] == true ? $"{roles}; admin by the settings, as a founder" : roles;
    }
}
