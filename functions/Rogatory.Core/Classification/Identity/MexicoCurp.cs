namespace Rogatory.Core.Classification.Identity;

/// <summary>The Mexican clave única de registro de población.</summary>
internal sealed class MexicoCurp : PersonNumber
{
    private const string States = "ASBCBSCCCLCMCSCHDFDGGTGRHGJCMCMNMSNTNLOCPLQTQRSPSLSRTCTSTLVZYNZSNE";

    public override string Id => "mx-curp";

    public override string Citation => "Instructivo normativo para la asignación de la CURP (DOF 18/10/2021)";

    public override IReadOnlyList<string> Shapes { get; } = ["@@@@######@@@@@@*#", "@@@@-######-@@@@@@-*#", "@@@@ ###### @@@@@@ *#", "@@@@ ###### @@@@@@*#"];

    public override string Check => "date, sex, state, check digit";

    public override double Bare => 0.97;

    public override double InContext => 0.99;

    protected override IReadOnlyList<string> Names =>
    [
        "curp", "clave única de registro", "clave única", "registro de población", "mexican id",
    ];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int year = BirthDay.Two(compact, 4) + (char.IsAsciiDigit(compact[16]) ? 1900 : 2000);
        return compact[10] is 'H' or 'M' or 'X'
            && BirthDay.Is(year, BirthDay.Two(compact, 6), BirthDay.Two(compact, 8))
            && IsState(compact[11..13])
            && compact[17] - '0' == CheckDigit(compact[..17]);
    }

    private static bool IsState(ReadOnlySpan<char> code)
    {
        for (int at = 0; at < States.Length; at += 2)
        {
            if (States.AsSpan(at, 2).SequenceEqual(code))
                return true;
        }

        return false;
    }

    /// <summary>After N comes Ñ, so that later letters count one more.</summary>
    private static int CheckDigit(ReadOnlySpan<char> text)
    {
        int sum = 0;
        for (int index = 0; index < text.Length; index++)
        {
            char unit = text[index];
            int value = char.IsAsciiDigit(unit) ? unit - '0' : unit - 'A' + (unit > 'N' ? 11 : 10);
            sum += value * (18 - index);
        }

        return (10 - (sum % 10)) % 10;
    }
}
