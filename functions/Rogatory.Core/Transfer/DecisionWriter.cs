using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rogatory.Core.Transfer;

/// <summary>A decision as JSON, with the names that <c>docs/transfer-check.md</c> lists.</summary>
internal static class DecisionWriter
{
    public static JsonObject Write(TransferDecision decision) => new()
    {
        ["outcome"] = Name(decision.Outcome),
        ["policy"] = new JsonObject { ["version"] = decision.PolicyVersion, ["digest"] = decision.PolicyDigest },
        ["inputs"] = decision.Inputs,
        ["regimes"] = Texts(decision.Regimes),
        ["instrument"] = Instrument(decision.Instrument),
        ["ladders"] = Array(decision.Ladders, ladder => new JsonObject { ["ladder"] = ladder.Ladder, ["passed"] = ladder.Passed, ["rungs"] = Array(ladder.Rungs, Rung) }),
        ["needs"] = Array(decision.Needs, need => new JsonObject { ["ground"] = need.Ground, ["who"] = need.Who, ["missing"] = Texts(need.Missing) }),
        ["conditions"] = Array(decision.Conditions, Condition),
        ["findings"] = Array(decision.Findings, Finding),
        ["facts"] = decision.Facts.ToJson(),
    };

    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static JsonObject Instrument(InstrumentOutcome instrument) => new()
    {
        ["chosen"] = instrument.Chosen,
        ["citation"] = instrument.Citation,
        ["why"] = instrument.Why,
        ["considered"] = Array(instrument.Considered, one => new JsonObject { ["instrument"] = one.Instrument, ["binds"] = one.Binds, ["why"] = one.Why }),
    };

    private static JsonObject Rung(RungOutcome rung) => new()
    {
        ["rule"] = rung.Rule,
        ["citation"] = rung.Citation,
        ["holds"] = rung.Holds,
        ["why"] = rung.Why,
        ["missing"] = Texts(rung.Missing),
    };

    private static JsonObject Condition(TransferCondition condition) => new()
    {
        ["code"] = condition.Code,
        ["citation"] = condition.Citation,
        ["text"] = condition.Text,
        ["binds"] = condition.BindsRecipient ? "recipient" : "sender",
    };

    private static JsonObject Finding(TransferFinding finding) => new()
    {
        ["rule"] = finding.Rule,
        ["effect"] = Name(finding.Effect),
        ["citation"] = finding.Citation,
        ["verified"] = finding.Verified,
        ["message"] = finding.Message,
        ["facts"] = new JsonObject(finding.Facts.Select(fact => KeyValuePair.Create(fact.Key, (JsonNode?)fact.Value))),
        ["missing"] = Texts(finding.Missing),
    };

    private static JsonArray Texts(IReadOnlyList<string> texts) => Array(texts, text => JsonValue.Create(text));

    private static JsonArray Array<T>(IReadOnlyList<T> all, Func<T, JsonNode> write) => [.. all.Select(write)];
}
