namespace Rogatory.Core.Risk;

/// <summary>The answer of <see cref="RiskCheck"/>: the same facts under the same policy on the same day always give the same.</summary>
public sealed class RiskAssessment
{
    internal RiskAssessment(RiskFacts facts, string pack, IReadOnlyList<RiskFinding> findings, IReadOnlyList<RiskOpenQuestion> open)
    {
        Facts = facts;
        Pack = pack;
        Findings = findings;
        Open = open;
        Level = findings.Select(one => one.Level).DefaultIfEmpty(RiskLevel.Low).Max();
        Demands =
        [
            .. findings.SelectMany(one => one.Demands.Select(demand => (Demand: demand, one.Rule)))
                .GroupBy(one => one.Demand, one => one.Rule)
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => new RiskDemand(one.Key, [.. one])),
        ];
    }

    /// <summary>The highest level that a rule lifts to.</summary>
    public RiskLevel Level { get; }

    /// <summary>The facts it rests on.</summary>
    public RiskFacts Facts { get; }

    /// <summary>The version of the risk packs: the day of the newest.</summary>
    public string Pack { get; }

    /// <summary>The rules that fired, in the order of packs and rules.</summary>
    public IReadOnlyList<RiskFinding> Findings { get; }

    /// <summary>The mitigations demanded, by code, each with the rules that demand it.</summary>
    public IReadOnlyList<RiskDemand> Demands { get; }

    /// <summary>The rules that might fire if more were known; they lift nothing.</summary>
    public IReadOnlyList<RiskOpenQuestion> Open { get; }
}
