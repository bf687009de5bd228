namespace Rogatory.Core.Drills;

/// <summary>Who acts in a drill.</summary>
public enum DrillRole
{
    /// <summary>The officer who plays.</summary>
    Player,

    /// <summary>An officer whom the script plays.</summary>
    Colleague,

    /// <summary>An authority whom the script plays.</summary>
    Partner,

    /// <summary>The program itself.</summary>
    System,
}
