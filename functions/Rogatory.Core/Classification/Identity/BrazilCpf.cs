namespace Rogatory.Core.Classification.Identity;

/// <summary>The Brazilian cadastro de pessoas físicas, with its two check digits.</summary>
internal sealed class BrazilCpf : PersonNumber
{
    public override string Id => "br-cpf";

    public override string Citation => "Lei 14.534/2023; Instrução Normativa RFB 2.172/2024";

    public override IReadOnlyList<string> Shapes { get; } = ["###.###.###-##", "### ### ### ##", "###.###.###.##", "###-###-###-##", "#########-##", "######### ##"];

    public override string Check => "both check digits (mod 11)";

    public override double Bare => 0.7;

    protected override double BareInGroups => 0.95;

    protected override IReadOnlyList<string> Names =>
    [
        "cpf", "c.p.f", "cadastro de pessoas físicas", "cadastro de pessoa física", "cpf/mf", "brazilian tax*", "brazilian id",
    ];

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        !Digits.AllSame(compact) && compact[9] - '0' == CheckDigit(compact[..9]) && compact[10] - '0' == CheckDigit(compact[..10]);

    private static int CheckDigit(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int index = 0; index < digits.Length; index++)
            sum += (digits[index] - '0') * (digits.Length + 1 - index);
        return sum * 10 % 11 % 10;
    }
}
