namespace Rogatory.Core.Retention;

/// <summary>The two dates that a decided case has. Until when bodies are immutable is another.</summary>
public enum RetentionDateKind
{
    /// <summary>When it is to be reviewed.</summary>
    Review,

    /// <summary>When it is to be erased.</summary>
    Erasure,
}
