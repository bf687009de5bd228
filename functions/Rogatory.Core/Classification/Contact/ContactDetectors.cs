namespace Rogatory.Core.Classification.Contact;

/// <summary>The detectors of this folder.</summary>
internal static class ContactDetectors
{
    public static IEnumerable<Detector> All() =>
    [
        new EmailAddress(),
    ];
}
