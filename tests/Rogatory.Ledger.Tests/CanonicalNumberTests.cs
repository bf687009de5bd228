using System.Globalization;
using System.Text;

namespace Rogatory.Ledger.Tests;

public sealed class CanonicalNumberTests
{
    private const string PrintDoubles = """
        const view = new DataView(new ArrayBuffer(8));
        for (const bits of require('fs').readFileSync(0, 'latin1').trim().split('\n')) {
          view.setBigUint64(0, BigInt('0x' + bits));
          console.log(String(view.getFloat64(0)));
        }
        """;

    [Fact]
    public void The_numbers_of_RFC_8785_appendix_B_come_out_as_its_table_says()
    {
        var numbers = Vectors.Read("canonical.json").Array("numbers");

        Assert.Equal(26, numbers.Count);
        foreach (var row in numbers)
        {
            var value = BitConverter.UInt64BitsToDouble(Convert.ToUInt64(row!.Text("bits"), 16));
            if (row!["text"] is null)
                Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Serialize(value));
            else
                Assert.Equal(row!.Text("text"), Written(value));
        }
    }

    [Fact]
    public async Task Thousands_of_doubles_are_written_as_ECMAScript_writes_them()
    {
        var values = Awkward().Concat(Random(6_000)).Where(double.IsFinite).ToList();

        var bits = values.Select(value => BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture));
        var expected = await NodeProcess.RunAsync(bits, "-e", PrintDoubles);

        Assert.Equal(values.Count, expected.Length);
        Assert.All(values.Zip(expected), pair => Assert.Equal(pair.Second, Written(pair.First)));
        Assert.All(expected, text => Assert.True(CanonicalJson.IsCanonical(Encoding.ASCII.GetBytes(text)), text));
    }

    /// <summary>Powers of two and of ten and their neighbours: where shortest digits go wrong first and the layout changes.</summary>
    private static IEnumerable<double> Awkward()
    {
        var powers = Enumerable.Range(-1074, 2098).Select(exponent => Math.ScaleB(1, exponent))
            .Concat(Enumerable.Range(-323, 632).Select(exponent => double.Parse($"1e{exponent}", CultureInfo.InvariantCulture)))
            .Concat([double.MaxValue, 0.1 + 0.2, 1 / 3.0, 123456789012345678]);
        return powers.SelectMany(power => new[] { power, -power, Math.BitIncrement(power), Math.BitDecrement(power) });
    }

    private static IEnumerable<double> Random(int count)
    {
        var random = new Random(8785);
        for (var i = 0; i < count; i++)
        {
            yield return BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            yield return (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 24));
            yield return random.NextInt64(-1L << 54, 1L << 54) / 64.0;
        }
    }

    private static string Written(double value) => Encoding.ASCII.GetString(CanonicalJson.Serialize(value));
}
