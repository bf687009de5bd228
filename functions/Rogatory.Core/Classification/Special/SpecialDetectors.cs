namespace Rogatory.Core.Classification.Special;

/// <summary>The detectors of this folder.</summary>
internal static class SpecialDetectors
{
    public static IEnumerable<Detector> All() =>
    [
    ];
}
