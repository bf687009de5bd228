namespace Rogatory.Core.Classification.Identity;

/// <summary>The Finnish henkilötunnus, with the century's signs that have been given since 2023.</summary>
internal sealed class FinlandHetu : PersonNumber
{
    private const string Controls = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    public override string Id => "fi-hetu";

    public override string Citation => "Valtioneuvoston asetus väestötietojärjestelmästä (128/2010), 2 §, muut. 690/2022";

    public override IReadOnlyList<string> Shapes { get; } = ["######-###*", "######+###*", "######@###*"];

    public override string Check => "date, control character (remainder of 31)";

    public override double Bare => 0.9;

    public override double InContext => 0.99;

    public override bool AllowsCompact => false;

    protected override IReadOnlyList<string> Names => ["henkilötunnus", "hetu", "henkilötunnuksen", "sosiaaliturvatunnus", "sotu", "personbeteckning", "finnish personal*"];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int year = BirthDay.Two(compact, 4), month = BirthDay.Two(compact, 2), day = BirthDay.Two(compact, 0);
        bool isDate = compact.Length == 10
            ? BirthDay.IsShort(year, month, day) || BirthDay.Is(1800 + year, month, day)
            : BirthDay.Is(Century(compact[6]) + year, month, day);
        ReadOnlySpan<char> serial = compact[^4..^1];
        long number = (Digits.Number(compact[..6]) * 1_000) + Digits.Number(serial);
        return isDate && Digits.Number(serial) >= 2 && compact[^1] == Controls[(int)(number % 31)];
    }

    private static int Century(char sign) => sign switch
    {
        >= 'A' and <= 'F' => 2000,
        >= 'U' and <= 'Y' => 1900,
        _ => 0,
    };
}
