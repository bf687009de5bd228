namespace Rogatory.Core.Incidents;

/// <summary>What opens an incident.</summary>
/// <param name="Cause">What it is about.</param>
/// <param name="Place">Where.</param>
/// <param name="Actor">Who says so, as ledgers name them.</param>
public sealed record IncidentReport(IncidentCause Cause, IncidentPlace Place, string Actor = IncidentReport.Program)
{
    /// <summary>The program itself.</summary>
    public const string Program = "system:patrol";

    /// <summary>When somebody became aware, where that was before the report; null for the instant of the report.</summary>
    public DateTimeOffset? AwareAt { get; init; }

    /// <summary>The law that it falls under, if it is a breach.</summary>
    public LawRegime Regime { get; init; }

    /// <summary>What the person wrote; null where the program reports.</summary>
    public SealedWords? Words { get; init; }
}
