namespace Rogatory.Core.Retention;

/// <summary>What is wrong with an item (LED art. 16(1)).</summary>
public enum RectificationGround
{
    /// <summary>It says what is not so.</summary>
    Inaccurate,

    /// <summary>It leaves out what belongs there.</summary>
    Incomplete,
}
