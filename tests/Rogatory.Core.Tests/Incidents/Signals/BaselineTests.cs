using Rogatory.Core.Incidents.Signals;

namespace Rogatory.Core.Tests.Incidents.Signals;

public sealed class BaselineTests
{
    [Theory]
    [InlineData(new[] { 100, 2, 3, 4, 1 }, 3, 1)]
    [InlineData(new[] { 1, 3 }, 2, 1)]
    [InlineData(new[] { 1, 2, 3, 10 }, 2.5, 1)]
    [InlineData(new[] { 5 }, 5, 0)]
    public void The_middle_and_the_middle_deviation_are_taken_whatever_the_order(int[] values, double median, double mad)
    {
        Baseline baseline = Baseline.Of(values, factor: 0, leastSpread: 0);
        Assert.Equal((values.Length, median, mad, median), (baseline.Days, baseline.Median, baseline.Mad, baseline.Threshold));
    }

    [Theory]
    [InlineData(2, 0, 5.97)]
    [InlineData(2, 1.4, 5.97)]
    [InlineData(2, 1.6, 6.2)]
    [InlineData(3, 0, 7.45)]
    public void A_threshold_is_so_many_deviations_above_the_middle_of_the_least_spread_at_least(double factor, double leastSpread, double threshold) =>
        Assert.Equal(threshold, Baseline.Of([1, 2, 3, 4, 100], factor, leastSpread).Threshold);
}
