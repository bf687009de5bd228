namespace Rogatory.Core.Incidents;

/// <summary>How bad an incident is until a person has looked.</summary>
public enum IncidentSeverity
{
    /// <summary>Work stands still; nothing is lost or altered.</summary>
    Low,

    /// <summary>Integrity or availability of material is in doubt: a personal data breach until shown otherwise (LED art. 3(11)).</summary>
    High,
}
