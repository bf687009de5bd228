namespace Rogatory.Core.Retention;

/// <summary>What a notice says was done here, and asks of whom it goes to (LED art. 7(3), 16(5) and (6)).</summary>
public enum NoticeMeasure
{
    /// <summary>It was corrected: correct it.</summary>
    Rectify,

    /// <summary>It was erased: erase it.</summary>
    Erase,

    /// <summary>Its processing was restricted: restrict it.</summary>
    Restrict,

    /// <summary>The restriction was lifted: it no longer binds.</summary>
    Lift,
}
