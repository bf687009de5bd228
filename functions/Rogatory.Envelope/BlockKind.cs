namespace Rogatory.Envelope;

/// <summary>What the blocks of a text are (FORMAT.md, section 5).</summary>
public enum BlockKind
{
    /// <summary>Lines: a block ends after a line feed. JSON Lines are lines too.</summary>
    Lines,

    /// <summary>Rows of comma-separated values and the like: as lines, but a line feed within quotes ends none.</summary>
    Rows,

    /// <summary>Pages, whose texts somebody took out of a document: a block ends after a form feed.</summary>
    Pages,
}
