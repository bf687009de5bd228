namespace Rogatory.Core.Classification.Identity;

/// <summary>The South African identity number: date of birth, serial, citizenship, Luhn digit.</summary>
internal sealed class SouthAfricaId : PersonNumber
{
    public override string Id => "za-id";

    public override string Citation => "Identification Act 68 of 1997, s. 7";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "#############", "###### #### ###", "###### #### ## #", "###### #### # # #");

    public override string Check => "date, citizenship, Luhn check digit";

    public override double Bare => 0.6;

    protected override IReadOnlyList<string> Names =>
    [
        "sa id", "rsa id", "south african id", "identiteitsnommer",
        "id-nommer",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["id", "identity number", "id number", "id no", "identity document"];

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        BirthDay.IsShort(BirthDay.Two(compact, 0), BirthDay.Two(compact, 2), BirthDay.Two(compact, 4)) && compact[10] <= '2' && Digits.Luhn(compact);
}
