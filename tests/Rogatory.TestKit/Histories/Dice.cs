namespace Rogatory.TestKit.Histories;

/// <summary>Random numbers of the shapes that work has.</summary>
internal static class Dice
{
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static int Poisson(Random random, double mean)
    {
        double limit = Math.Exp(-mean), product = random.NextDouble();
        int count = 0;
        while (product > limit)
        {
            count++;
            product *= random.NextDouble();
        }

        return count;
    }

    /// <summary>A count that varies more than chance alone: some days are busy.</summary>
    public static int Count(Random random, double mean) => Poisson(random, mean * Math.Exp((Normal(random) * 0.4) - 0.08));
}
