using System.Collections.Frozen;
using System.Collections.Immutable;
using Rogatory.Core.Incidents;

namespace Rogatory.Core.Policy;

/// <summary>The rules on incidents.</summary>
internal sealed class IncidentPolicy(IncidentPack pack)
{
    /// <summary>What the name of a fact of a partner begins with.</summary>
    public const string PartnerFact = "partner-";

    /// <summary>Every fact that rules can rest on.</summary>
    public static readonly FrozenSet<string> Facts = FrozenSet.Create(
        StringComparer.Ordinal,
        "breach", "confidentiality", "integrity", "availability", "led", "gdpr", "severity-low", "severity-medium", "severity-high",
        "special-categories", "vulnerable", "key-left", "read", "persons-100", "persons-1000", "cases-10", "partner-led", "partner-cets224");

    private readonly FrozenDictionary<IncidentCause, CauseRule> _causes = pack.Causes.ToFrozenDictionary(one => one.Cause);

    /// <summary>The clocks.</summary>
    public IReadOnlyList<IncidentClockRule> Clocks => pack.Clocks;

    /// <summary>What the cause is.</summary>
    public CauseRule Of(IncidentCause cause) => _causes[cause];

    /// <summary>The facts that are known of an incident when it is opened, but for its severity.</summary>
    public ImmutableSortedSet<string> FactsOf(IncidentOpened opened) =>
    [
        .. Of(opened.Cause).Nature, .. opened.Breach ? ["breach"] : Array.Empty<string>(), opened.Regime == LawRegime.Led ? "led" : "gdpr",
    ];

    /// <summary>The rules that raise the severity where these facts hold.</summary>
    public IReadOnlyList<SeverityRule> Raising(IReadOnlySet<string> facts) => [.. pack.Severities.Where(rule => facts.IsSupersetOf(rule.When))];

    /// <summary>The word by which a rule asks for a severity.</summary>
    public static string FactOf(IncidentSeverity severity) => $"severity-{severity.ToString().ToLowerInvariant()}";
}
