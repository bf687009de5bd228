namespace Rogatory.Core.Classification.Identity;

/// <summary>The single citizen's number (EMŠO, JMBG, EMBG) of the states that were Yugoslavia: date of birth, region, serial, check digit.</summary>
internal abstract class YugoslavNumber : PersonNumber
{
    private static readonly int[] Weights = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "#############", "####### ######", "## ## ### ## ### #", "## ## ### ######", "####### ## ### #");

    public override string Check => "date, region, check digit (weights 7 to 2, mod 11)";

    public override double Bare => 0.65;

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int year = (int)Digits.Number(compact[4..7]);
        int check = 11 - (Digits.Weighted(compact, Weights) % 11);
        return IsOfRegion(BirthDay.Two(compact, 7))
            && BirthDay.Is(year + (year < 100 ? 2000 : 1000), BirthDay.Two(compact, 2), BirthDay.Two(compact, 0))
            && compact[12] - '0' == (check > 9 ? 0 : check);
    }

    protected abstract bool IsOfRegion(int region);
}
