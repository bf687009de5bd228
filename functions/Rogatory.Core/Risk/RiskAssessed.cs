using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Risk;

/// <summary>The risk of letting out what the case holds was assessed, and it is not what it was. With the policy named, the same can be computed again from this line.</summary>
public sealed record RiskAssessed : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "risk.assessed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The level.</summary>
    public required RiskLevel Level { get; init; }

    /// <summary>The ids of the rules that fired.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The mitigations demanded (<see cref="Mitigation"/>).</summary>
    public required IReadOnlyList<string> Mitigations { get; init; }

    /// <summary>The facts (<see cref="RiskFacts"/>), as codes.</summary>
    public required JsonObject Facts { get; init; }

    /// <summary>The version of the risk packs.</summary>
    public required string Pack { get; init; }

    /// <summary>The digest of the policy set.</summary>
    public required string Policy { get; init; }

    /// <summary>Why it is another one than the one before.</summary>
    public required RiskCause Cause { get; init; }

    /// <summary>An assessment as the ledger keeps it.</summary>
    public static RiskAssessed Of(RiskAssessment assessment, string policy, RiskCause cause)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new RiskAssessed
        {
            Command = default,
            Level = assessment.Level,
            Rules = [.. assessment.Findings.Select(one => one.Rule)],
            Mitigations = [.. assessment.Demands.Select(one => one.Mitigation)],
            Facts = assessment.Facts.ToJson(),
            Pack = assessment.Pack,
            Policy = policy,
            Cause = cause,
        };
    }

    /// <summary>Whether another says the same of level, rules and mitigations, by the same packs.</summary>
    public bool SaysTheSame(RiskAssessed other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Level, Pack) == (other.Level, other.Pack) && Rules.SequenceEqual(other.Rules) && Mitigations.SequenceEqual(other.Mitigations);
    }

    /// <summary>Whether another rests on the same facts.</summary>
    public bool RestsOnTheSame(RiskAssessed other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return JsonNode.DeepEquals(Facts, other.Facts);
    }
}
