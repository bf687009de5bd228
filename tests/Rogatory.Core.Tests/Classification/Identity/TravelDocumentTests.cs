using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Identity;

namespace Rogatory.Core.Tests.Classification.Identity;

public sealed class TravelDocumentTests
{
    /// <summary>The specimens of ICAO Doc 9303.</summary>
    private const string Passport = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

    private const string Card = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";

    private const string SmallCard = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6";

    private readonly PassportZone passport = new();
    private readonly CardZone card = new();

    [Fact]
    public void A_zone_is_found_whole_in_lines_of_its_own_and_in_one_piece()
    {
        foreach ((Detector detector, string zone) in new (Detector, string)[] { (passport, Passport), (card, Card), (card, SmallCard) })
        {
            Classified.Finds(detector, zone, zone, 0.95);
            Classified.Finds(detector, $"Scan:\n{zone}\nend", zone, 0.95);
            string windows = zone.Replace("\n", "\r\n", StringComparison.Ordinal);
            Classified.Finds(detector, $"x {windows} y", windows, 0.95);
            string one = zone.Replace("\n", "", StringComparison.Ordinal);
            Classified.Finds(detector, one, one, 0.95);
        }
    }

    [Fact]
    public void A_zone_with_any_digit_changed_is_not_found()
    {
        foreach ((Detector detector, string zone) in new (Detector, string)[] { (passport, Passport), (card, Card), (card, SmallCard) })
        {
            for (int at = 0; at < zone.Length; at++)
            {
                if (char.IsAsciiDigit(zone[at]))
                    Classified.FindsNothing(detector, $"{zone[..at]}{(zone[at] - '0' + 1) % 10}{zone[(at + 1)..]}");
            }
        }
    }

    [Fact]
    public void A_passports_second_row_is_enough_a_cards_rows_are_not()
    {
        Classified.Finds(passport, Passport[45..], Passport[45..], 0.9);
        Classified.FindsNothing(passport, Passport[..44]);
        Classified.FindsNothing(card, Card[..61]);
        Classified.FindsNothing(card, Card[31..]);
    }

    [Fact]
    public void A_cards_number_may_go_on_in_the_optional_data()
    {
        const string number = "D23145890", rest = "734";
        string first = $"I<UTO{number}<{rest}{Check(number + rest)}<<<<<<<<<<<";
        const string second = "7408122F1204159UTO<<<<<<<<<<<";
        string right = $"{first}\n{second}{Check(first[5..] + second[..7] + second[8..15] + second[18..])}\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
        Classified.Finds(card, right, right, 0.95);
    }

    [Theory]
    [InlineData("<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<")]
    [InlineData("<P><B>HTML</B></P>")]
    [InlineData("if (A<B && C<D) E<<F;")]
    [InlineData("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<")]
    public void What_is_no_zone_is_not_found(string text)
    {
        Classified.FindsNothing(passport, text);
        Classified.FindsNothing(card, text);
    }

    /// <summary>Weights 7, 3, 1; A is 10.</summary>
    private static int Check(string text) =>
        text.Select((unit, at) => (char.IsDigit(unit) ? unit - '0' : char.IsLetter(unit) ? unit - 'A' + 10 : 0) * (at % 3 == 0 ? 7 : at % 3 == 1 ? 3 : 1)).Sum() % 10;
}
