namespace Rogatory.Core.Classification.Identity;

/// <summary>The Brazilian cadastro nacional da pessoa jurídica, also with letters, as it is given since July 2026.</summary>
internal sealed class BrazilCnpj : PersonNumber
{
    public override string Id => "br-cnpj";

    public override string Category => "tax-number";

    public override string Citation => "Instrução Normativa RFB 2.119/2022, alterada pela IN RFB 2.229/2024";

    public override IReadOnlyList<string> Shapes { get; } = ["**.***.***/****-##", "**.***.***.****-##", "** *** *** **** ##", "********/****-##"];

    public override string Check => "both check digits (mod 11)";

    public override double Bare => 0.7;

    protected override double BareInGroups => 0.95;

    protected override IReadOnlyList<string> Names =>
    [
        "cnpj", "c.n.p.j", "cadastro nacional da pessoa jurídica", "cnpj/mf", "brazilian tax*",
    ];

    protected override IReadOnlyList<string> EverydayNames => ["inscrição"];

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        compact[..12].ContainsAnyInRange('0', '9') && !Digits.AllSame(compact) && compact[12] - '0' == CheckDigit(compact[..12]) && compact[13] - '0' == CheckDigit(compact[..13]);

    /// <summary>A letter counts as its place in ASCII less that of the digit 0.</summary>
    private static int CheckDigit(ReadOnlySpan<char> text)
    {
        int sum = 0;
        for (int index = 0; index < text.Length; index++)
            sum += (text[index] - '0') * (2 + ((text.Length - 1 - index) % 8));
        return 11 - (sum % 11) is < 10 and int check ? check : 0;
    }
}
