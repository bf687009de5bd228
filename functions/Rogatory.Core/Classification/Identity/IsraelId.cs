namespace Rogatory.Core.Classification.Identity;

/// <summary>The Israeli mispar zehut.</summary>
internal sealed class IsraelId : PersonNumber
{
    public override string Id => "il-id";

    public override string Citation => "חוק מרשם האוכלוסין, תשכ״ה-1965";

    public override IReadOnlyList<string> Shapes { get; } = ["#########", "########-#", "# ####### #", "#-#######-#"];

    public override string Check => "Luhn check digit";

    public override double Bare => 0.04;

    protected override double BareInGroups => 0.2;

    protected override IReadOnlyList<string> Names =>
    [
        "תעודת זהות", "ת.ז", "מספר זהות", "teudat zehut", "mispar zehut", "israeli id", "israel id", "zehut",
    ];

    public override bool IsValid(ReadOnlySpan<char> compact) => !Digits.AllSame(compact) && compact[..3] is not "000" && Digits.Luhn(compact);
}
