namespace Rogatory.Core.Classification.Financial;

/// <summary>A bank account in a national form with its own check digits.</summary>
/// <param name="country">The state's code, as in the id.</param>
/// <param name="citation">What says how it is made.</param>
/// <param name="shapes">How it is written.</param>
/// <param name="bare">How likely one that is right is one, in text that says nothing.</param>
/// <param name="isValid">Whether its check digits are right.</param>
internal sealed class NationalAccount(string country, string citation, string[] shapes, double bare, NationalAccount.Rule isValid) : NumberRule
{
    /// <summary>Decides on an account without separators.</summary>
    public delegate bool Rule(ReadOnlySpan<char> compact);

    public override string Id => $"{country}-account";

    public override string Category => "bank-account";

    public override string Citation => citation;

    public override IReadOnlyList<string> Shapes => shapes;

    public override string Check => "check digits of the state's accounts";

    public override double Bare => bare;

    public override double InContext => 0.97;

    public override IReadOnlyList<string> Context =>
    [
        "account*", "bank*", "rib", "relevé d'identité bancaire", "compte*", "cuenta*", "ccc", "nrb", "nr rachunku", "rachun*", "konto*", "číslo účtu", "účet", "účtu", "účet č",
        "rekening*", "nib", "conta", "conto", "c/c",
    ];

    public override bool IsValid(ReadOnlySpan<char> compact) => isValid(compact);

    public static IEnumerable<Detector> All() =>
    [
        new NationalAccount("es", "Banco de España: código cuenta cliente", ["#### #### ## ##########", "####-####-##-##########", "#### #### #### #### ####"], 0.9, Spain),
        new NationalAccount("fr", "Arrêté du relevé d'identité bancaire (ISO 7064 as AFNOR NF K)", ["##### ##### *********** ##", "##### ##### *** *** *** ** ##"], 0.9, France),
        new NationalAccount("pl", "Zarządzenie nr 15/2010 Prezesa NBP", ["## #### #### #### #### #### ####", "##-####-####-####-####-####-####"], 0.95, Poland),
        new NationalAccount("pt", "Banco de Portugal: NIB", ["#### #### ########### ##", "#### #### #### #### #### #"], 0.85, Portugal),
        new NationalAccount("be", "Febelfin: account number before IBAN", ["###-#######-##"], 0.9, Belgium),
    ];

    private static bool Spain(ReadOnlySpan<char> compact)
    {
        static int Control(ReadOnlySpan<char> digits) => (11 - (Digits.Weighted(digits, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11)) switch { 11 => 0, 10 => 1, int other => other };
        ReadOnlySpan<char> bank = ['0', '0', .. compact[..8]];
        return Digits.Number(compact[..8]) != 0 && Control(bank) == Digits.At(compact, 8) && Control(compact[10..]) == Digits.At(compact, 9);
    }

    /// <summary>A to I are 1 to 9, J to R too, and S to Z 2 to 9.</summary>
    private static bool France(ReadOnlySpan<char> compact)
    {
        long rest = 0;
        foreach (char unit in compact)
        {
            int digit = char.IsAsciiDigit(unit) ? unit - '0' : unit <= 'I' ? unit - 'A' + 1 : unit <= 'R' ? unit - 'J' + 1 : unit - 'S' + 2;
            rest = ((rest * 10) + digit) % 97;
        }

        return rest == 0 && compact.ContainsAnyExcept('0');
    }

    private static bool Poland(ReadOnlySpan<char> compact) => Digits.Mod97(compact[..2], Digits.Mod97("PL", Digits.Mod97(compact[2..]))) == 1;

    private static bool Portugal(ReadOnlySpan<char> compact) => compact.ContainsAnyExcept('0') && Digits.Mod97(compact) == 1;

    private static bool Belgium(ReadOnlySpan<char> compact)
    {
        long rest = Digits.Number(compact[..10]) % 97;
        return compact[..10].ContainsAnyExcept('0') && Digits.Number(compact[10..]) == (rest == 0 ? 97 : rest);
    }
}
