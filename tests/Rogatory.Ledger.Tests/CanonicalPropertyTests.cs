using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Rogatory.Ledger.Tests;

public sealed class CanonicalPropertyTests
{
    private const string PrintCanonical = """
        const canonical = value => value === null || typeof value !== 'object' ? JSON.stringify(value)
          : Array.isArray(value) ? `[${value.map(canonical)}]`
          : `{${Object.keys(value).sort().map(name => `${JSON.stringify(name)}:${canonical(value[name])}`)}}`;
        for (const line of require('fs').readFileSync(0, 'utf8').trim().split('\n'))
          console.log(canonical(JSON.parse(line)));
        """;

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    private static readonly Gen<string> AnyText =
        Gen.Elements(
            "a", "b", "Z", "0", "é", "€", "\U0001f600", "\ufb33", "\uffff", "\ud7ff", "\0", "\n", "\b", "\u001f", "\u007f",
            "\"", "\\", "/", "\u2028")
            .ArrayOf().Select(string.Concat);

    private static readonly Gen<double> AnyNumber =
        Gen.OneOf(Gen.Choose(-1000, 1000).Select(i => (double)i), ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite));

    [Fact]
    public void What_is_written_is_canonical_and_reads_back_to_the_same_bytes() =>
        Check.One(Thorough, Prop.ForAll(AnyValue().ToArbitrary(), text =>
        {
            var written = CanonicalJson.Serialize(JsonNode.Parse(text));
            return CanonicalJson.IsCanonical(written) && CanonicalJson.Serialize(JsonNode.Parse(written)).AsSpan().SequenceEqual(written);
        }));

    [Fact]
    public void Text_is_canonical_exactly_when_reading_and_writing_it_changes_nothing() =>
        Check.One(
            Thorough.WithMaxTest(8_000),
            Prop.ForAll(Mutated().ToArbitrary(), text => CanonicalJson.IsCanonical(text) == SurvivesRewriting(text)));

    [Fact]
    public async Task Another_implementation_writes_the_same_bytes()
    {
        var texts = AnyValue().Sample(1_000, 12).ToList();

        var theirs = await NodeProcess.RunAsync(texts, "-e", PrintCanonical);

        Assert.Equal(texts.Select(text => Encoding.UTF8.GetString(CanonicalJson.Serialize(JsonNode.Parse(text)))), theirs);
    }

    /// <summary>The text of any value, not yet canonical: members stand in any order.</summary>
    private static Gen<string> AnyValue() => Gen.Sized(size => Value(Math.Min(size, 6)));

    private static Gen<string> Value(int depth)
    {
        var scalar = Gen.OneOf(
            AnyText.Select(text => JsonSerializer.Serialize(text)),
            AnyNumber.Select(number => JsonSerializer.Serialize(number)),
            Gen.Elements("true", "false", "null"));
        if (depth <= 0)
            return scalar;
        var inner = Value(depth - 2);
        return Gen.OneOf(
            scalar,
            inner.ArrayOf(3).Select(elements => $"[{string.Join(',', elements)}]"),
            AnyText.Zip(inner).ArrayOf(4).Select(members =>
                $"{{{string.Join(", ", members.DistinctBy(member => member.Item1).Select(Member))}}}"));
    }

    private static string Member((string Name, string Value) member) => $"{JsonSerializer.Serialize(member.Name)}: {member.Value}";

    /// <summary>Canonical text, then up to two of its bytes replaced, doubled or left out.</summary>
    private static Gen<byte[]> Mutated() =>
        from text in AnyValue()
        from changes in Gen.Choose(0, 2)
        from places in Gen.Choose(0, int.MaxValue - 1).ArrayOf(2)
        from bytes in Gen.Elements("{}[],:\"\\/ \n0123456789-+.eEabfnrtu\0\u001f\u0080\u00c3\u00ed\u00ff"u8.ToArray()).ArrayOf(2)
        from kinds in Gen.Choose(0, 2).ArrayOf(2)
        select Mutate(CanonicalJson.Serialize(JsonNode.Parse(text)), changes, places, bytes, kinds);

    private static byte[] Mutate(byte[] text, int changes, int[] places, byte[] bytes, int[] kinds)
    {
        var mutated = text.ToList();
        for (var i = 0; i < changes && mutated.Count > 0; i++)
        {
            var place = places[i] % mutated.Count;
            if (kinds[i] == 0)
                mutated[place] = bytes[i];
            else if (kinds[i] == 1)
                mutated.Insert(place, bytes[i]);
            else
                mutated.RemoveAt(place);
        }
        return [.. mutated];
    }

    private static bool SurvivesRewriting(byte[] text)
    {
        try
        {
            return CanonicalJson.Serialize(JsonNode.Parse(text)).AsSpan().SequenceEqual(text);
        }
        catch (Exception refused) when (refused is JsonException or CanonicalJsonException)
        {
            return false;
        }
    }
}
