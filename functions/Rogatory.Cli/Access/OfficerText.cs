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
            ["roles", RolesOf(officer["roles"])],
            ["unit", PlainText.Of(officer, "unit") ?? "none"],
            ["clearance", PlainText.Of(officer, "clearance") ?? "none"],
        ];
        if (officer["proposal"] is JsonObject proposal)
            rows.Add(["proposal", ProposalOf(proposal)]);
        rows.AddRange(PlainText.List(officer, "courses").Select(one => new[] { "course", $"{PlainText.Of(one, "course")} {PlainText.Of(one, "version")}, until {PlainText.Of(one, "validUntil")}" }));
        rows.Add(["undertaking", officer["undertaking"] is JsonObject signed ? $"version {PlainText.Of(signed, "version")}, until {PlainText.Of(signed, "validUntil")}" : "none"]);
        rows.AddRange(PlainText.List(officer, "assignments").Select(one => new[] { "case", $"{PlainText.Of(one, "case")}, until {PlainText.Of(one, "lapsesAt")} unless confirmed" }));
        rows.AddRange(PlainText.List(officer, "conflicts").Select(one => new[] { "conflict", $"{PlainText.Of(one, "case")}, {PlainText.Of(one, "kind")}, declared by {PlainText.Of(one, "declaredBy")}" }));
        return PlainText.Table(rows);
    }

    /// <summary>Its number, and all that it proposes.</summary>
    public static string ProposalOf(JsonNode proposal) =>
        $"{proposal["proposal"]}: {RolesOf(proposal["roles"])}, unit {PlainText.Of(proposal, "unit")}, clearance {PlainText.Of(proposal, "clearance")}, by {PlainText.Of(proposal, "proposedBy")}";

    public static string RolesOf(JsonNode? roles) =>
        roles is JsonArray { Count: > 0 } some ? string.Join(", ", some.Select(role => (string?)role)) : "none";
}
