namespace Rogatory.Core.Access.Officers;

/// <summary>What proves that a course was passed.</summary>
public enum EvidenceKind
{
    /// <summary>A certificate of whoever holds the course.</summary>
    Certificate,

    /// <summary>A signed result of a drill.</summary>
    Drill,

    /// <summary>A record that another system kept.</summary>
    Record,
}
