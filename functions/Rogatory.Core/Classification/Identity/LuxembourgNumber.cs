namespace Rogatory.Core.Classification.Identity;

/// <summary>The Luxembourg numéro d'identification national: date of birth, serial, and a Luhn and a Verhoeff digit over both.</summary>
internal sealed class LuxembourgNumber : PersonNumber
{
    public override string Id => "lu-national-number";

    public override string Citation => "Loi du 19 juin 2013 relative à l'identification des personnes physiques; règlement grand-ducal du 28 novembre 2013, art. 1";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "######## #####", "#### ## ## #####", "#### ## ## ### ##", "######## ### ##");

    public override string Check => "date, Luhn and Verhoeff check digits";

    public override double Bare => 0.92;

    public override double InContext => 0.99;

    protected override IReadOnlyList<string> Names =>
        ["matricule", "numéro de matricule", "nin", "ccss", "luxembourg id"];

    protected override IReadOnlyList<string> EverydayNames => ["numéro d'identification", "sozialversicherungsnummer", "numéro national"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        Span<char> second = stackalloc char[12];
        compact[..11].CopyTo(second);
        second[11] = compact[12];
        return BirthDay.Is((int)Digits.Number(compact[..4]), BirthDay.Two(compact, 4), BirthDay.Two(compact, 6))
            && Digits.Luhn(compact[..12])
            && Digits.Verhoeff(second);
    }
}
