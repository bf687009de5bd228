namespace Rogatory.Core.Classification.Contact;

/// <summary>The detectors of this folder.</summary>
internal static class ContactDetectors
{
    public static IEnumerable<Detector> All() =>
    [
        new EmailAddress(),
        new InternationalPhone(),
        new DoubleZeroPhone(),
        new BracketedPhone(),
        .. NationalPhone.All(),
        new PhoneInContext(),
        .. PostalCode.All(),
        new IpV4Address(),
        new IpV6Address(),
        new MacAddress(),
        new Imei(),
        new Imsi(),
        new Url(),
        new WebAddress(),
        new DecimalCoordinates(),
        new DegreeCoordinates(),
        new LabelledDegrees(),
    ];
}
