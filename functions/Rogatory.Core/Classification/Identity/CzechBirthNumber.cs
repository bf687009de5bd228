namespace Rogatory.Core.Classification.Identity;

/// <summary>
/// The Czech and Slovak rodné číslo. Ten digits, divisible by 11 (to 1985 also a remainder of 10 with a last 0), to people born from 1954; nine
/// without a check to those before.
/// </summary>
internal sealed class CzechBirthNumber : PersonNumber
{
    public override string Id => "cz-birth-number";

    public override string Citation => "Zákon 133/2000 Sb., § 13; zákon NR SR 301/1995 Z. z., § 2";

    public override IReadOnlyList<string> Shapes { get; } = Grouped("/ -", "###### ####", "###### ###");

    public override string Check => "date, divisible by 11";

    public override double Bare => 0.5;

    protected override IReadOnlyList<string> Names =>
        ["rodné číslo", "rodne cislo", "rodného čísla", "rodným číslem", "rč", "r.č", "rodné č"];

    protected override IReadOnlyList<string> EverydayNames => ["birth number", "osobní číslo"];

    protected override double BareInGroups => 0.9;

    /// <summary>The stroke is the usual way.</summary>
    public override double BareOf(string shape) => shape.Contains('/') ? BareInGroups : Bare;

    public override double BareFor(ReadOnlySpan<char> compact, double bare) => compact.Length == 9 ? bare - 0.46 : bare;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        bool isOld = compact.Length == 9;
        int year = BirthDay.Two(compact, 0), month = BirthDay.Two(compact, 2), day = BirthDay.Two(compact, 4);
        year += isOld || year >= 54 ? 1900 : 2000;
        month -= month > 50 ? 50 : 0;
        if (month > 20 && year >= 2004)
            month -= 20;
        if (!BirthDay.Is(year, month, day) || (isOld && year > 1953) || Digits.Number(compact[6..9]) == 0)
            return false;
        return isOld || Digits.Number(compact) % 11 == 0 || (year <= 1985 && compact[9] == '0' && Digits.Number(compact[..9]) % 11 == 10);
    }
}
