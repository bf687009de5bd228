using System.Buffers;

namespace Rogatory.Core.Classification.Contact;

/// <summary>A postal code of one state's form.</summary>
/// <param name="country">The state's code, as in the id.</param>
/// <param name="shapes">How it is written.</param>
/// <param name="bare">How likely one in its usual form is one, in text that says nothing.</param>
/// <param name="isValid">What the form does not say of it.</param>
internal sealed class PostalCode(string country, string[] shapes, double bare, PostalCode.Rule isValid) : NumberRule
{
    private const string BritishAreas =
        " AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU HA HD HG HP HR HS HU HX IG IP IV KA KT KW KY L LA " +
        "LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN " +
        "WR WS WV YO ZE JE GY IM GIR ";

    private const string States =
        " AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA VI WA WV WI WY ";

    private static readonly SearchValues<char> NotBritish = SearchValues.Create("CIKMOV");
    private static readonly SearchValues<char> NotCanadian = SearchValues.Create("DFIOQU");
    private static readonly SearchValues<char> NotIrish = SearchValues.Create("BGIJLMOQSUZ");

    /// <summary>Decides on the code without its separator.</summary>
    public delegate bool Rule(ReadOnlySpan<char> compact);

    public override string Id => $"{country}-postal-code";

    public override string Category => "postal-code";

    public override string Citation => "UPU S42; the state's postal operator";

    public override IReadOnlyList<string> Shapes => shapes;

    public override string Check => "form of the state's postal codes";

    public override double Bare => bare;

    public override double InContext => 0.93;

    public override bool NeedsContext => bare == 0;

    public override bool FoldsCase => false;

    public override bool AllowsAnyGrouping => false;

    public override IReadOnlyList<string> Context =>
    [
        "postcode*", "post code", "postal code", "postal", "zip", "zip code", "zipcode", "plz", "postleitzahl*", "code postal", "cp", "código postal", "cód. postal", "cap", "codice postale", "cep",
        "postnummer", "postnr", "kod pocztowy", "psč", "postinumero", "irányítószám", "eircode", "pin code", "pincode",
    ];

    public override IReadOnlyList<string> Counter => [];

    public static IEnumerable<Detector> All() =>
    [
        new PostalCode("gb", ["@# #@@", "@## #@@", "@@# #@@", "@@## #@@", "@#@ #@@", "@@#@ #@@"], 0.85, IsBritish),
        new PostalCode("nl", ["#### @@"], 0.6, code => code[0] != '0' && IsUpper(code[4..]) && code[4..] is not ("SA" or "SD" or "SS")),
        new PostalCode("ca", ["@#@ #@#", "@#@-#@#"], 0.85, code => IsUpper(code) && !code.ContainsAny(NotCanadian) && code[0] is not ('W' or 'Z')),
        new PostalCode("ie", ["@## ****", "@#W ****"], 0.6, code => IsUpper(code) && code[3..].ContainsAnyInRange('0', '9') && !code.ContainsAny(NotIrish)),
        new PostalCode("us", ["@@ #####", "@@ #####-####"], 0.8, code => States.AsSpan().Contains([' ', code[0], code[1], ' '], StringComparison.Ordinal)),
        new PostalCode("us-extended", ["#####-####"], 0.6, code => code[..3] is not "000"),
        new PostalCode("pl", ["##-###"], 0.2, _ => true),
        new PostalCode("pt", ["####-###"], 0.2, code => code[0] != '0'),
        new PostalCode("br", ["#####-###"], 0.4, _ => true),
        new PostalCode("prefixed", ["D-#####", "F-#####", "I-#####", "E-#####", "A-####", "CH-####", "B-####", "L-####", "DK-####", "NL-#### @@", "FI-#####", "CZ-### ##", "SE-### ##", "PL-##-###", "PT-####-###", "LV-####", "LT-#####", "SI-####", "HR-#####"], 0.8, IsUpperCase),
        new PostalCode("digits", ["####", "#####", "######", "### ##", "###-####", "#######"], 0, _ => true),
    ];

    /// <summary>In one piece it is only a few letters and digits.</summary>
    public override double BareOf(string shape) => shape.AsSpan().ContainsAny(" -") ? bare : shape.Contains('@') && bare > 0.5 ? 0.2 : 0;

    public override bool IsValid(ReadOnlySpan<char> compact) => isValid(compact);

    private static bool IsBritish(ReadOnlySpan<char> code)
    {
        int letters = code.IndexOfAnyInRange('0', '9');
        Span<char> area = stackalloc char[letters + 2];
        area[0] = area[^1] = ' ';
        code[..letters].CopyTo(area[1..]);
        return BritishAreas.AsSpan().Contains(area, StringComparison.Ordinal) && !code[^2..].ContainsAny(NotBritish) && IsUpper(code);
    }

    private static bool IsUpperCase(ReadOnlySpan<char> code) => IsUpper(code);

    private static bool IsUpper(ReadOnlySpan<char> code) => !code.ContainsAnyInRange('a', 'z');
}
