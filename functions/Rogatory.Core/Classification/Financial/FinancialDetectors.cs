namespace Rogatory.Core.Classification.Financial;

/// <summary>The detectors of this folder.</summary>
internal static class FinancialDetectors
{
    public static IEnumerable<Detector> All() =>
    [
        new Iban(),
        new PaymentCard(),
        new Bic(),
        new Lei(),
        .. VatNumbers.All(),
        .. NationalAccount.All(),
        new RoutingNumber(),
        new SortCode(),
        new AccountInContext(),
        new BitcoinAddress(),
        new EthereumAddress(),
    ];
}
