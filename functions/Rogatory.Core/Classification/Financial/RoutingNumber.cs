namespace Rogatory.Core.Classification.Financial;

/// <summary>A routing number of a bank of the United States: a district of the Federal Reserve, and a check digit.</summary>
internal sealed class RoutingNumber : NumberRule
{
    public override string Id => "us-routing-number";

    public override string Category => "bank-code";

    public override string Citation => "ANSI X9.100-162; ABA routing number policy";

    public override IReadOnlyList<string> Shapes => ["#########", "####-####-#"];

    public override string Check => "district and check digit (3, 7, 1)";

    public override double Bare => 0.04;

    public override double InContext => 0.95;

    public override IReadOnlyList<string> Context => ["aba", "routing", "routing no", "routing number", "rtn", "transit number", "aba number", "fedwire", "ach", "bank"];

    public override bool IsValid(ReadOnlySpan<char> compact) =>
        Digits.Number(compact[..2]) is (>= 1 and <= 12) or (>= 21 and <= 32) or (>= 61 and <= 72) or 80
        && Digits.Weighted(compact, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0;
}
