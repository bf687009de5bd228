namespace Rogatory.Core.Policy;

/// <summary>How well an entry of a table is known.</summary>
internal enum Evidence
{
    /// <summary>Read in the official text or a stored copy of the register.</summary>
    Read,

    /// <summary>Recalled, and near certain: used where somebody relies on it by name.</summary>
    Recalled,

    /// <summary>Contradicted or undated: used only where somebody has looked it up.</summary>
    Doubtful,
}
