namespace Rogatory.Core.Classification.Identity;

/// <summary>The detectors of this folder.</summary>
internal static class IdentityDetectors
{
    public static IEnumerable<Detector> All() =>
    [
    ];
}
