namespace Rogatory.Core.Access.Officers;

/// <summary>What kind of interest keeps an officer away from a case.</summary>
public enum ConflictKind
{
    /// <summary>Kinship or another tie to a person concerned.</summary>
    Personal,

    /// <summary>Money at stake.</summary>
    Financial,

    /// <summary>Earlier work on the matter, in another office.</summary>
    Professional,

    /// <summary>Another.</summary>
    Other,
}
