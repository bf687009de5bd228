namespace Rogatory.Core.Incidents.Signals;

/// <summary>What a value is compared with.</summary>
/// <param name="Days">How many days' values it is made of.</param>
/// <param name="Median">Their median.</param>
/// <param name="Mad">The median of their absolute deviations from it (MAD).</param>
/// <param name="Threshold">What a value has to be above to be a signal.</param>
public sealed record Baseline(int Days, double Median, double Mad, double Threshold)
{
    // Of normally distributed values the standard deviation is that many MADs.
    private const double NormalMad = 1.4826;

    /// <summary>The baseline of some values, in any order: the threshold is the median and a number of deviations.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="factor">How many deviations.</param>
    /// <param name="leastSpread">What a deviation is taken for at least, since values that are all the same deviate by nothing.</param>
    public static Baseline Of(IEnumerable<int> values, double factor, double leastSpread)
    {
        double[] sorted = [.. values.Select(one => (double)one).Order()];
        double median = MedianOf(sorted);
        double mad = MedianOf([.. sorted.Select(one => Math.Abs(one - median)).Order()]);
        return new Baseline(sorted.Length, median, mad, Math.Round(median + (factor * Math.Max(mad * NormalMad, leastSpread)), 2));
    }

    private static double MedianOf(double[] sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
