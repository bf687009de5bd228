namespace Rogatory.Core.Classification.Identity;

/// <summary>The Italian codice fiscale, also where letters stand for some of its digits because two people would have the same (omocodia).</summary>
internal sealed class ItalyCodiceFiscale : PersonNumber
{
    private const string Months = "ABCDEHLMPRST";
    private const string Substitutes = "LMNPQRSTUV";

    /// <summary>What a character in an odd place counts, digits as letters from A.</summary>
    private static readonly int[] Odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    private static readonly int[] DigitPlaces = [6, 7, 9, 10, 12, 13, 14];

    public override string Id => "it-codice-fiscale";

    public override string Citation => "Decreto del Ministro delle finanze 23 dicembre 1976, n. 13813, art. 2 a 8";

    public override IReadOnlyList<string> Shapes { get; } = ["@@@@@@**@**@***@", "@@@ @@@ **@** @***@", "@@@@@@ **@** @***@", "@@@-@@@-**@**-@***@"];

    public override string Check => "month, day, place, control character";

    public override double Bare => 0.97;

    public override double InContext => 0.99;

    protected override IReadOnlyList<string> Names => ["codice fiscale", "cod fiscale", "cod fisc", "c.f", "cf", "tessera sanitaria"];

    protected override IReadOnlyList<string> EverydayNames => ["fiscal code", "tax code"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        Span<int> digits = stackalloc int[DigitPlaces.Length];
        for (int index = 0; index < digits.Length; index++)
        {
            char unit = compact[DigitPlaces[index]];
            digits[index] = char.IsAsciiDigit(unit) ? unit - '0' : Substitutes.IndexOf(unit);
            if (digits[index] < 0)
                return false;
        }

        int day = ((digits[2] * 10) + digits[3]) % 40;
        return digits[2] < 8
            && (digits[4] | digits[5] | digits[6]) != 0
            && compact[11] is <= 'M' or 'Z'
            && BirthDay.IsShort((digits[0] * 10) + digits[1], Months.IndexOf(compact[8]) + 1, day)
            && compact[15] == Control(compact[..15]);
    }

    private static char Control(ReadOnlySpan<char> text)
    {
        int sum = 0;
        for (int index = 0; index < text.Length; index++)
        {
            int value = char.IsAsciiDigit(text[index]) ? text[index] - '0' : text[index] - 'A';
            sum += index % 2 == 0 ? Odd[value] : value;
        }

        return (char)('A' + (sum % 26));
    }
}
