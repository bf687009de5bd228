namespace Rogatory.Core.Retention;

/// <summary>What a date of a notice brings with it.</summary>
public enum NoticeMark
{
    /// <summary>The partner is reminded of its acknowledgement.</summary>
    Reminded,

    /// <summary>The acknowledgement is overdue.</summary>
    Overdue,
}
