namespace Rogatory.Core.Drills;

/// <summary>What it means to lose the points of a rule.</summary>
public enum DrillFault
{
    /// <summary>Something was opened that the task did not need (LED art. 4(1)(c), 25).</summary>
    OpenedWithoutNeed,

    /// <summary>Something that had to be seen or done was not.</summary>
    Missed,

    /// <summary>More was released, or was to be, than may go.</summary>
    TooMuch,

    /// <summary>What had to be done in time was not.</summary>
    Late,

    /// <summary>It went, or was to go, to someone who may not have it.</summary>
    WrongRecipient,
}
