namespace Rogatory.Core.Classification.Identity;

/// <summary>The Turkish T.C. kimlik numarası with its two check digits.</summary>
internal sealed class TurkeyKimlik : PersonNumber
{
    public override string Id => "tr-kimlik";

    public override string Citation => "5490 sayılı Nüfus Hizmetleri Kanunu, madde 46 ve 47";

    public override IReadOnlyList<string> Shapes { get; } = Grouped(" -", "###########", "### ### ### ##", "### ### ## ###");

    public override string Check => "both check digits";

    public override double Bare => 0.65;

    protected override double BareInGroups => 0.8;

    protected override IReadOnlyList<string> Names =>
    [
        "kimlik", "tc", "t.c", "tckn", "t.c. kimlik", "kimlik no", "kimlik numarası", "tc no", "vatandaşlık numarası", "turkish id",
        "turkish national*",
    ];

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        int odd = 0, even = 0;
        for (int index = 0; index < 9; index++)
        {
            if (index % 2 == 0)
                odd += compact[index] - '0';
            else
                even += compact[index] - '0';
        }

        int tenth = compact[9] - '0';
        return compact[0] != '0' && tenth == (((odd * 7) - even) % 10 + 10) % 10 && compact[10] - '0' == (odd + even + tenth) % 10;
    }
}
