using Rogatory.Core.Access.Signatures;

namespace Rogatory.Core.Tests.Access.Signatures;

public sealed class StructuredFieldReaderTests
{
    [Theory]
    [InlineData("a=1", "a=1")]
    [InlineData("a=-0", "a=0")]
    [InlineData("a=007", "a=7")]
    [InlineData("a=999999999999999", "a=999999999999999")]
    [InlineData("a=1.50", "a=1.5")]
    [InlineData("a=-1.0", "a=-1.0")]
    [InlineData("a", "a=?1")]
    [InlineData("a;b;c=?0", "a=?1;b;c=?0")]
    [InlineData("a=tok:en/x", "a=tok:en/x")]
    [InlineData("a=*x", "a=*x")]
    [InlineData("a=\"\"", "a=\"\"")]
    [InlineData("a=\"q\\\"b\\\\\"", "a=\"q\\\"b\\\\\"")]
    [InlineData("a=::", "a=::")]
    [InlineData("a=:aGk=:", "a=:aGk=:")]
    [InlineData("a=()", "a=()")]
    [InlineData("a=( \"x\"   \"y\";p=1 ); q=2", "a=(\"x\" \"y\";p=1);q=2")]
    [InlineData("  a=1 ,\tb=2  ", "a=1, b=2")]
    [InlineData("a.b-c_*9=1", "a.b-c_*9=1")]
    public void A_dictionary_is_read_and_written_in_its_one_form(string text, string written)
    {
        Assert.True(StructuredFieldReader.TryReadDictionary(text, 4, out var members));
        Assert.Equal(written, string.Join(", ", members.Select(pair => $"{pair.Key}={StructuredFieldWriter.Write(pair.Value)}")));
    }

    [Theory]
    [InlineData("=1")]
    [InlineData("A=1")]
    [InlineData("9=1")]
    [InlineData("a=")]
    [InlineData("a= 1")]
    [InlineData("a =1")]
    [InlineData("a=1,")]
    [InlineData(",a=1")]
    [InlineData("a=1 b=2")]
    [InlineData("\ta=1")]
    [InlineData("a=-")]
    [InlineData("a=--1")]
    [InlineData("a=1.")]
    [InlineData("a=1.2345")]
    [InlineData("a=1234567890123.1")]
    [InlineData("a=1000000000000000")]
    [InlineData("a=\"open")]
    [InlineData("a=\"bad\\x\"")]
    [InlineData("a=\"ends\\")]
    [InlineData("a=\"tab\there\"")]
    [InlineData("a=\"é\"")]
    [InlineData("a=:aGk:")]
    [InlineData("a=:aGl=:")]
    [InlineData("a=:aG k=:")]
    [InlineData("a=:aGk=")]
    [InlineData("a=?2")]
    [InlineData("a=?")]
    [InlineData("a=@1")]
    [InlineData("a=(\"x\"\"y\")")]
    [InlineData("a=(\"x\"")]
    [InlineData("a=(\"x\",\"y\")")]
    [InlineData("a=((\"x\"))")]
    [InlineData("a=1;")]
    [InlineData("a=1;B=2")]
    [InlineData("a=1;b=(1)")]
    [InlineData("a=1;b=")]
    public void What_is_not_a_dictionary_is_refused(string text) =>
        Assert.False(StructuredFieldReader.TryReadDictionary(text, 4, out _));

    [Theory]
    [InlineData("a=1, a=2")]
    [InlineData("a=1;p=1;p=2")]
    public void What_the_standard_would_let_override_is_refused(string text) =>
        Assert.False(StructuredFieldReader.TryReadDictionary(text, 4, out _));

    [Fact]
    public void One_more_than_each_limit_is_refused()
    {
        Assert.True(Reads("a, b, c, d"));
        Assert.False(Reads("a, b, c, d, e"));
        Assert.True(Reads($"a=({Repeat(StructuredFieldReader.MostInnerItems, " ", _ => "1")})"));
        Assert.False(Reads($"a=({Repeat(StructuredFieldReader.MostInnerItems + 1, " ", _ => "1")})"));
        Assert.True(Reads($"a;{Repeat(StructuredFieldReader.MostParameters, ";", i => $"p{i}")}"));
        Assert.False(Reads($"a;{Repeat(StructuredFieldReader.MostParameters + 1, ";", i => $"p{i}")}"));
    }

    [Fact]
    public void Every_cut_of_a_long_dictionary_is_read_or_refused_without_an_exception()
    {
        const string text = "sig=(\"@method\" \"x\";a=:aGk=:;b=?0;c=tok);created=1618884473;d=-1.25;e=\"q\\\"\", other=?1";
        for (var length = 0; length <= text.Length; length++) Reads(text[..length]);
        Assert.True(Reads(text));
    }

    private static bool Reads(string text) => StructuredFieldReader.TryReadDictionary(text, 4, out _);

    private static string Repeat(int count, string between, Func<int, string> part) => string.Join(between, Enumerable.Range(0, count).Select(part));
}
