namespace Rogatory.Core.Classification.Identity;

/// <summary>The French numéro d'inscription au répertoire: sex, year and month of birth, department, commune, order, and a key of 97.</summary>
internal sealed class FranceNir : PersonNumber
{
    public override string Id => "fr-nir";

    public override string Citation => "Code de la sécurité sociale, art. R115-1; décret 82-103 du 22 janvier 1982, art. 4";

    public override IReadOnlyList<string> Shapes { get; } =
        [.. Grouped(" -.", "# ## ## #* ### ### ##", "# ## ## #* ###### ##"), "######*###### ##", "######*######-##", "# ## ## #* ### ###/##"];

    public override string Check => "sex, month, department, key (97 less the remainder)";

    public override double Bare => 0.95;

    public override double InContext => 0.99;

    protected override IReadOnlyList<string> Names =>
    [
        "nir", "numéro de sécurité sociale", "n° de sécurité sociale", "sécurité sociale", "sécu", "n° ss", "numéro ss", "numéro insee", "insee", "nss",
        "carte vitale", "cpam",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["assuré*", "immatriculation", "no ss"];

    /// <summary>Sexes and months that stand for what was not known when it was given are rare.</summary>
    public override double BareFor(ReadOnlySpan<char> compact, double bare) =>
        compact[0] is '1' or '2' && BirthDay.Two(compact, 3) is >= 1 and <= 12 ? bare : bare - 0.45;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        if (compact[0] is not (>= '1' and <= '4' or '7' or '8') || compact[6] is not (>= '0' and <= '9' or 'A' or 'B'))
            return false;
        int month = BirthDay.Two(compact, 3);
        long number = Digits.Number(compact[..5]) * 100;
        if (compact[6] is 'A' or 'B')
        {
            if (compact[5] != '2')
                return false;
            number += compact[6] == 'A' ? 19 : 18;
        }
        else if (BirthDay.Two(compact, 5) is 0 or 20 or 96)
        {
            return false;
        }
        else
        {
            number += BirthDay.Two(compact, 5);
        }

        number = (number * 1_000_000) + Digits.Number(compact[7..13]);
        bool isMonth = month is >= 1 and <= 12 or >= 20 and <= 42 or >= 50;
        return isMonth && Digits.Number(compact[7..10]) > 0 && Digits.Number(compact[10..13]) > 0
            && Digits.Number(compact[13..]) == 97 - (number % 97);
    }
}
