namespace Rogatory.Core.Classification.Legal;

/// <summary>The detectors of this folder.</summary>
internal static class LegalDetectors
{
    public static IEnumerable<Detector> All() =>
    [
    ];
}
