namespace Rogatory.Core.Disclosure;

/// <summary>What data rest on (LED art. 7(1)).</summary>
public enum DataBasis
{
    /// <summary>Facts.</summary>
    Facts,

    /// <summary>Personal assessments.</summary>
    Assessments,

    /// <summary>Both.</summary>
    Mixed,
}
