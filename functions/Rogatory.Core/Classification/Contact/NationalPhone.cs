namespace Rogatory.Core.Classification.Contact;

/// <summary>A telephone number in one state's own form, grouped as it is there.</summary>
/// <param name="country">The state's code, as in the id.</param>
/// <param name="shapes">The groups.</param>
/// <param name="bare">How likely a grouped one is one, in text that says nothing.</param>
/// <param name="isValid">Whether the digits are a number of the state's plan.</param>
internal sealed class NationalPhone(string country, string[] shapes, double bare, NationalPhone.Rule isValid) : NumberRule
{
    /// <summary>Decides on the digits alone.</summary>
    public delegate bool Rule(ReadOnlySpan<char> digits);

    public override string Id => $"{country}-phone";

    public override string Category => "phone";

    public override string Citation => "the state's numbering plan, as notified under ITU-T E.129";

    public override IReadOnlyList<string> Shapes => shapes;

    public override string Check => "groups and prefixes of the state's numbering plan";

    public override double Bare => bare;

    public override double InContext => 0.95;

    public override bool AllowsAnyGrouping => false;

    public override IReadOnlyList<string> Context => PhoneWords.All;

    public static IEnumerable<Detector> All() =>
    [
        new NationalPhone("us", [.. Separated("### ### ####"), "1-###-###-####", "1 ### ### ####", "1.###.###.####", "###-### ####"], 0.63, digits => CallingCodes.IsNorthAmerican(digits[^10..])),
        new NationalPhone("fr", [.. Separated("## ## ## ## ##")], 0.85, digits => digits[0] == '0' && digits[1] is >= '1' and <= '9'),
        new NationalPhone("gb", ["0#### ######", "0### #### ####", "0## #### ####", "0### ### ####", "0#### ### ###", "0####-######", "0###-###-####", "0##-####-####"], 0.8, digits => digits[1] is '1' or '2' or '3' or '7' or '8'),
        new NationalPhone("de", ["0### #######", "0### ########", "0## ########", "0##/########", "0##-########", "0###/#######", "0###/######", "0###-#######", "0###-########", "0####/######", "0### ### ## ##", "0## ### ## ##"], 0.6, digits => digits[1] is >= '1' and <= '9'),
        new NationalPhone("es", ["### ### ###", "### ## ## ##", "## ### ## ##"], 0.2, digits => digits[0] is '6' or '8' or '9' || (digits[0] == '7' && digits[1] is >= '1' and <= '4')),
        new NationalPhone("it", ["3## #######", "3## ### ####", "3##-#######", "3##/#######", "0# ########", "0## #######"], 0.6, digits => digits[1] != '0'),
        new NationalPhone("nl", ["06 ########", "06-########", "06 ## ## ## ##", "0##-#######", "0## ### ####", "0###-######"], 0.75, digits => digits[1] is >= '1' and <= '8'),
        new NationalPhone("be", ["0### ## ## ##", "0## ## ## ##", "0# ### ## ##", "0###/##.##.##", "0#/###.##.##"], 0.75, digits => digits[1] is >= '1' and <= '9'),
        new NationalPhone("ch", ["0## ### ## ##"], 0.85, digits => digits[1] is >= '2' and <= '9'),
        new NationalPhone("pt", ["9## ### ###", "2## ### ###", "2# ### ## ##"], 0.2, digits => digits[0] == '2' || digits[1] is '1' or '2' or '3' or '6'),
        new NationalPhone("ie", ["08# ### ####", "01 ### ####", "0## ### ####"], 0.7, digits => digits[1] is '1' or '2' or '4' or '5' or '6' or '7' or '8' or '9'),
    ];

    public override bool YieldsToNames => true;

    /// <summary>In one piece it is no more than ten digits.</summary>
    public override double BareOf(string shape) => shape.AsSpan().ContainsAny(" -./") ? bare : 0.04;

    public override bool IsValid(ReadOnlySpan<char> compact) => isValid(compact) && !Digits.AllSame(compact[1..]);

    private static IEnumerable<string> Separated(string shape) => [shape, shape.Replace(' ', '-'), shape.Replace(' ', '.')];
}
