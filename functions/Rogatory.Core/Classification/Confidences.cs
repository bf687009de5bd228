namespace Rogatory.Core.Classification;

/// <summary>The bounds that confidences are measured by.</summary>
internal static class Confidences
{
    /// <summary>Under this nothing is reported.</summary>
    public const double Floor = 0.3;

    /// <summary>What a right number gains by being all there is in a place that has no label.</summary>
    public const double Alone = 0.25;
}
