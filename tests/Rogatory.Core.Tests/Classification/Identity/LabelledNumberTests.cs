using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Identity;

namespace Rogatory.Core.Tests.Classification.Identity;

public sealed class LabelledNumberTests
{
    private static readonly Dictionary<string, Detector> Rules = IdentityDetectors.All().ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    [Theory]
    [InlineData("passport-number", "Passport No. X1234567, issued in Bern", "X1234567")]
    [InlineData("passport-number", "passeport n° 12AB34567", "12AB34567")]
    [InlineData("passport-number", "Reisepass: C01X00T47", "C01X00T47")]
    [InlineData("passport-number", "My passport number is 912803456.", "912803456")]
    [InlineData("passport-number", "paszport nr AB 1234567", "AB 1234567")]
    [InlineData("passport-number", "Passport number\n912803456", "912803456")]
    [InlineData("identity-card-number", "dowód osobisty ABC123456", "ABC123456")]
    [InlineData("driving-licence", "driving licence no. MORGA657054SM9IJ", "MORGA657054SM9IJ")]
    [InlineData("driving-licence", "Führerschein-Nr.: B072RRE2I55", "B072RRE2I55")]
    [InlineData("driving-licence", "permis de conduire n° 123456789012", "123456789012")]
    [InlineData("driving-licence", "prawo jazdy 12345/67/8901", "12345/67/8901")]
    [InlineData("vehicle-plate", "license plate AB-123-CD", "AB-123-CD")]
    [InlineData("vehicle-plate", "mit dem Kennzeichen B-AB 1234 fuhr er", "B-AB 1234")]
    [InlineData("vehicle-plate", "registration number AB12 CDE was seen", "AB12 CDE")]
    [InlineData("vehicle-plate", "matrícula 1234 BCD", "1234 BCD")]
    [InlineData("vehicle-plate", "kenteken: 12-ABC-3", "12-ABC-3")]
    [InlineData("vehicle-plate", "numer rejestracyjny WA 12345", "WA 12345")]
    [InlineData("vin", "1M8GDM9AXKP042788", "1M8GDM9AXKP042788")]
    [InlineData("vin", "VIN WVWZZZ1JZXW000001", "WVWZZZ1JZXW000001")]
    public void A_number_behind_its_word_is_found(string id, string text, string value) => Classified.Finds(Rules[id], text, value, 0.65);

    [Theory]
    [InlineData("passport-number", "X1234567")]
    [InlineData("passport-number", "passport control at gate 12")]
    [InlineData("passport-number", "passport issued on 12.03.2020")]
    [InlineData("passport-number", "passport")]
    [InlineData("passport-number", "the passport was lost.\nOrder 912803456")]
    [InlineData("passport-number", "passport 1234")]
    [InlineData("passport-number", "passport number 1234567890123")]
    [InlineData("identity-card-number", "identity card reader")]
    [InlineData("driving-licence", "driving licence valid for 10 years")]
    [InlineData("driving-licence", "MORGA657054SM9IJ")]
    [InlineData("vehicle-plate", "AB-123-CD")]
    [InlineData("vehicle-plate", "a plate of food for 12")]
    [InlineData("vehicle-plate", "Kennzeichen der Sache ist")]
    [InlineData("vehicle-plate", "registration number 12")]
    [InlineData("vin", "1M8GDM9A0KP042788")]
    [InlineData("vin", "VIN 1M8GDM9AXKP04278")]
    [InlineData("vin", "VIN 1M8GDM9AXKPO42788")]
    public void What_is_none_or_has_no_word_is_not(string id, string text) => Classified.FindsNothing(Rules[id], text);

    [Fact]
    public void A_columns_header_is_such_a_word()
    {
        Classified.Finds(Rules["passport-number"], "X1234567", "X1234567", 0.9, "Passport No");
        Classified.Finds(Rules["vehicle-plate"], "AB-123-CD", "AB-123-CD", 0.9, "license_plate");
        Classified.FindsNothing(Rules["passport-number"], "none", "Passport No");
    }
}
