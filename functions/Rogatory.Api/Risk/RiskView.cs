using System.Text.Json.Nodes;
using Rogatory.Core.Risk;

namespace Rogatory.Api.Risk;

/// <summary>The newest assessment of a case's risk, with each rule that fired, what it demands, and how that is met. While <c>waiting</c> an item of the case is not classified yet, or the assessment was made before it was.</summary>
public sealed record RiskView(
    string Case,
    string Level,
    bool Waiting,
    DateTimeOffset At,
    string Cause,
    string Pack,
    string Policy,
    IReadOnlyList<RiskViewFinding> Findings,
    IReadOnlyList<RiskViewDemand> Demands,
    IReadOnlyList<RiskViewOpen> Open,
    JsonObject Facts)
{
    public static RiskView Of(string @case, bool waiting, RiskAssessed recorded, DateTimeOffset at, RiskAssessment explained) => new(
        @case,
        ApiJson.Word(recorded.Level),
        waiting,
        at,
        ApiJson.Word(recorded.Cause),
        recorded.Pack,
        recorded.Policy,
        [.. explained.Findings.Select(one => new RiskViewFinding(one.Rule, ApiJson.Word(one.Level), one.Citation, one.Verified, one.Message, one.Facts, one.Demands))],
        [.. explained.Demands.Select(one => new RiskViewDemand(one.Mitigation, one.Rules, Mitigation.WayOf(one.Mitigation)))],
        [.. explained.Open.Select(one => new RiskViewOpen(one.Rule, one.Missing))],
        recorded.Facts);
}
