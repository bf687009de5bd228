namespace Rogatory.Core.Classification.Financial;

/// <summary>The number of a payment card: an issuer's range, a length that the issuer uses, and the Luhn digit.</summary>
internal sealed class PaymentCard : NumberRule
{
    /// <summary>First and last of the leading digits, and the lengths that are issued.</summary>
    private static readonly (int From, int To, int Digits, int[] Lengths)[] Issuers =
    [
        (4, 4, 1, [13, 16, 19]), // Visa
        (51, 55, 2, [16]), (222100, 272099, 6, [16]), // Mastercard
        (34, 34, 2, [15]), (37, 37, 2, [15]), // American Express
        (300, 305, 3, [14, 16, 19]), (3095, 3095, 4, [14, 16, 19]), (36, 36, 2, [14, 16, 19]), (38, 39, 2, [14, 16, 19]), // Diners Club
        (6011, 6011, 4, [16, 19]), (644, 649, 3, [16, 19]), (65, 65, 2, [16, 19]), // Discover
        (3528, 3589, 4, [16, 17, 18, 19]), // JCB
        (62, 62, 2, [16, 17, 18, 19]), (81, 81, 2, [16, 17, 18, 19]), // UnionPay
        (1, 1, 1, [15]), // UATP
        (5019, 5019, 4, [16]), // Dankort
        (5018, 5018, 4, [12, 13, 14, 15, 16, 17, 18, 19]), (5020, 5020, 4, [12, 13, 14, 15, 16, 17, 18, 19]), // Maestro
        (5038, 5038, 4, [12, 13, 14, 15, 16, 17, 18, 19]), (5893, 5893, 4, [12, 13, 14, 15, 16, 17, 18, 19]),
        (6304, 6304, 4, [12, 13, 14, 15, 16, 17, 18, 19]), (6759, 6759, 4, [12, 13, 14, 15, 16, 17, 18, 19]),
        (6761, 6763, 4, [12, 13, 14, 15, 16, 17, 18, 19]), (6706, 6706, 4, [16, 17, 18, 19]), (6771, 6771, 4, [16, 17, 18, 19]),
        (2200, 2204, 4, [16, 17, 18, 19]), // Mir
        (9792, 9792, 4, [16]), // Troy
        (60, 60, 2, [16]), (508, 508, 3, [16]), // RuPay
    ];

    public override string Id => "payment-card";

    public override string Category => "payment-card";

    public override string Citation => "ISO/IEC 7812-1";

    public override IReadOnlyList<string> Shapes { get; } =
    [
        .. new[] { ' ', '-', '.' }.SelectMany(separator => new[]
        {
            "#### #### #### ####", "#### ###### #####", "#### ###### ####", "#### #### #### #### ###", "#### #### #### ###", "###### ##########",
        }.Select(shape => shape.Replace(' ', separator))),
        .. Enumerable.Range(12, 8).Select(length => new string('#', length)),
    ];

    public override string Check => "issuer's range and length, Luhn check digit";

    public override double Bare => 0.82;

    public override double InContext => 0.98;

    public override IReadOnlyList<string> Context =>
    [
        "card", "cards", "card no", "cardholder", "pan", "credit card", "debit card", "creditcard*", "visa", "mastercard", "maestro", "amex",
        "american express", "discover", "diners", "jcb", "unionpay", "cvv", "cvc", "expir*", "payment*", "cc",
        "carte", "carte bancaire", "carte bleue", "karte", "kartennummer", "kreditkart*", "bankkarte", "tarjeta*", "carta di credito", "carta",
        "cartão", "creditkaart*", "betaalkaart", "pinpas", "kart*", "kredytow*", "numer karty",
    ];

    public override bool YieldsToNames => true;

    /// <summary>Of other lengths few are given out, and many other numbers are as long.</summary>
    public override double BareFor(ReadOnlySpan<char> compact, double bare) => compact.Length switch
    {
        15 => compact[0] == '1' ? 0.2 : bare,
        14 or 16 => bare,
        13 => 0.28,
        _ => 0.2,
    };

    public override bool IsValid(ReadOnlySpan<char> compact)
    {
        if (!Digits.Luhn(compact))
            return false;
        int leading = (int)Digits.Number(compact[..6]);
        foreach ((int from, int to, int digits, int[] lengths) in Issuers)
        {
            int prefix = leading / Power(6 - digits);
            if (prefix >= from && prefix <= to && lengths.AsSpan().Contains(compact.Length))
                return true;
        }

        return false;
    }

    private static int Power(int exponent) => exponent switch { 0 => 1, 1 => 10, 2 => 100, 3 => 1_000, 4 => 10_000, _ => 100_000 };
}
