namespace Rogatory.Core.Policy;

/// <summary>What a party list says of a state on a day; the worse comes first.</summary>
internal enum Membership
{
    /// <summary>The instrument itself is not in force.</summary>
    NotInForce,

    /// <summary>No entry covers the day.</summary>
    No,

    /// <summary>An entry that must be looked up.</summary>
    Doubtful,

    /// <summary>An entry that is recalled, and used where somebody relies on it.</summary>
    Recalled,

    /// <summary>A party.</summary>
    Yes,
}
