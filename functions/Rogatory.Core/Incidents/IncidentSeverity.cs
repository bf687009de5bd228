namespace Rogatory.Core.Incidents;

/// <summary>How bad an incident is, by the policy pack; the worse comes last.</summary>
public enum IncidentSeverity
{
    /// <summary>Work stands still, or somebody has to look; nothing is lost, altered or known to who may not know it.</summary>
    Low,

    /// <summary>A personal data breach may have happened, with a limited effect.</summary>
    Medium,

    /// <summary>A personal data breach until shown otherwise (LED art. 3(11)), or one whose effect on persons may be high.</summary>
    High,
}
