namespace Rogatory.Core.Classification.Financial;

/// <summary>The detectors of this folder.</summary>
internal static class FinancialDetectors
{
    public static IEnumerable<Detector> All() =>
    [
        new Iban(),
        new PaymentCard(),
    ];
}
