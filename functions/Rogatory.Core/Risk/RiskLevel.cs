namespace Rogatory.Core.Risk;

/// <summary>What letting material out would risk. In JSON in lower case.</summary>
public enum RiskLevel
{
    /// <summary>No rule fired that lifts it.</summary>
    Low,

    /// <summary>Something calls for attention.</summary>
    Moderate,

    /// <summary>A person must have looked, and more than one must have agreed to what calls for that.</summary>
    High,

    /// <summary>Persons could come to grave harm.</summary>
    Severe,
}
