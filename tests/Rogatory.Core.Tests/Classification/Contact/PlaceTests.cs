using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Contact;

namespace Rogatory.Core.Tests.Classification.Contact;

public sealed class PlaceTests
{
    private static readonly DetectorPack PostalCodes = new([.. PostalCode.All()]);
    private static readonly DetectorPack Coordinates = new([new DecimalCoordinates(), new DegreeCoordinates(), new LabelledDegrees()]);

    [Theory]
    [InlineData("London SW1A 1AA", "SW1A 1AA", 0.8)]
    [InlineData("Toronto K1A 0B1", "K1A 0B1", 0.8)]
    [InlineData("1012 AB Amsterdam", "1012 AB", 0.5)]
    [InlineData("Springfield, IL 62704", "IL 62704", 0.75)]
    [InlineData("D-10115 Berlin", "D-10115", 0.75)]
    [InlineData("PLZ 10115", "10115", 0.9)]
    [InlineData("code postal : 75001", "75001", 0.9)]
    [InlineData("00-950 Warszawa, kod pocztowy 00-950", "00-950", 0.3)]
    public void A_postal_code_is_found(string text, string value, double atLeast)
    {
        List<Finding> found = Classified.By(PostalCodes, text);
        Assert.NotEmpty(found);
        Assert.All(found, finding => Assert.Equal(value, Classified.Value(text, finding)));
        Assert.True(found[0].Confidence >= atLeast, $"{found[0].Confidence}");
    }

    [Theory]
    [InlineData("10115 Berlin")]
    [InlineData("in 10115 cases")]
    [InlineData("QQ1A 1AA")]
    [InlineData("SW1A 1AC")]
    [InlineData("sw1a 1aa")]
    [InlineData("or 10115")]
    [InlineData("D1A 0B1")]
    [InlineData("1012 SS Amsterdam")]
    [InlineData("XX 62704")]
    [InlineData("10115")]
    public void Other_numbers_are_no_postal_codes(string text) => Assert.Empty(Classified.By(PostalCodes, text));

    [Theory]
    [InlineData("48.8566, 2.3522", "48.8566, 2.3522", 0.7)]
    [InlineData("at 48.8566° N, 2.3522° E.", "48.8566° N, 2.3522° E", 0.9)]
    [InlineData("GPS: -33.86882,151.20929", "-33.86882,151.20929", 0.9)]
    [InlineData("48°51'24\"N 2°21'07\"E", "48°51'24\"N 2°21'07\"E", 0.9)]
    [InlineData("48° 51′ 24.5″ N, 2° 21′ 07″ E", "48° 51′ 24.5″ N, 2° 21′ 07″ E", 0.9)]
    [InlineData("lat: 48.85", "48.85", 0.9)]
    [InlineData("longitude=-0.1276", "-0.1276", 0.9)]
    public void Coordinates_are_found(string text, string value, double atLeast)
    {
        Finding finding = Assert.Single(Classified.By(Coordinates, text));
        Assert.Equal(value, Classified.Value(text, finding));
        Assert.True(finding.Confidence >= atLeast, $"{finding.Confidence}");
    }

    [Theory]
    [InlineData("98.8566, 2.3522")]
    [InlineData("48.8566, 182.3522")]
    [InlineData("48.85, 2.35")]
    [InlineData("1.2345, 2.3456, 3.4567")]
    [InlineData("48.8566 and 2.3522")]
    [InlineData("12.3456%, 7.8912%")]
    [InlineData("200°51'24\"N")]
    [InlineData("20° outside")]
    [InlineData("48°61'24\"N")]
    [InlineData("lat 48")]
    [InlineData("1.1.1.1.1.1.1.1")]
    [InlineData("latitude of 48.85 was")]
    public void Other_numbers_are_no_coordinates(string text) => Assert.Empty(Classified.By(Coordinates, text));
}
