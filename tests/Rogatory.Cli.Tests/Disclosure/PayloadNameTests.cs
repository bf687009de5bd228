using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Rogatory.Cli.Disclosure;

namespace Rogatory.Cli.Tests.Disclosure;

public sealed class PayloadNameTests
{
    [Theory]
    [InlineData("Kontoauszug März 2026.csv", "Kontoauszug März 2026.csv")]
    [InlineData("../../../etc/passwd", "_._.._.._etc_passwd")]
    [InlineData("..", "__")]
    [InlineData(".", "_")]
    [InlineData("/etc/passwd", "_etc_passwd")]
    [InlineData(@"C:\Windows\win.ini", "C__Windows_win.ini")]
    [InlineData("a:stream", "a_stream")]
    [InlineData(".bashrc", "_bashrc")]
    [InlineData("-rf", "_rf")]
    [InlineData("~root", "_root")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("lpt1 .txt", "_lpt1 .txt")]
    [InlineData("COM¹", "_COM¹")]
    [InlineData("console.txt", "console.txt")]
    [InlineData("100%25.txt", "100_25.txt")]
    [InlineData("a\r\nb.txt", "a__b.txt")]
    [InlineData("invoice\u202Efdp.exe", "invoice_fdp.exe")]
    [InlineData("line\u2028two", "line_two")]
    [InlineData("ends with a dot.", "ends with a dot_")]
    [InlineData("ends with a blank ", "ends with a blank_")]
    [InlineData("*?\"<>|", "______")]
    public void A_hostile_name_becomes_a_harmless_one(string name, string safe) => Assert.Equal(safe, PayloadName.Of(name));

    [Fact]
    public void A_long_name_keeps_its_extension()
    {
        var safe = PayloadName.Of(new string('ü', 250) + ".tar.gz");
        Assert.True(Encoding.UTF8.GetByteCount(safe) <= 200);
        Assert.EndsWith("ü.gz", safe, StringComparison.Ordinal);
    }

    [Fact]
    public void No_name_is_ever_more_than_one_safe_segment() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), name =>
            IsSafe(PayloadName.Of(name.Get)) && PayloadName.Of(PayloadName.Of(name.Get)) == PayloadName.Of(name.Get)));

    [Theory]
    [InlineData("../../outside.txt")]
    [InlineData("/outside.txt")]
    [InlineData("..\\outside.txt")]
    [InlineData("CON")]
    [InlineData("100%.txt")]
    [InlineData(".hidden")]
    public async Task A_hostile_name_in_an_envelope_stays_in_the_bag_and_is_kept_as_it_was_in_a_list(string name)
    {
        await using var disclosed = await Disclosed.NewAsync(("con", name, "Some text."u8.ToArray()));

        var ran = await disclosed.CollectAsync();

        Assert.True(ran.Status == 0, ran.Error);
        Assert.Empty(BagItValidator.Validate(Path.Combine(disclosed.Out, "bag")));
        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(disclosed.Out, "bag", "data"), "*", SearchOption.AllDirectories));
        Assert.Equal(PayloadName.Of(name), Path.GetFileName(file));
        Assert.Equal(name, (string?)ran.Json["items"]![0]!["name"]);
        Assert.Equal(["authority.json", "collected", "partner.jwk"], disclosed.Folder.Names);
    }

    private static bool IsSafe(string name) =>
        name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= 201 && name is not ("." or "..")
        && name.IndexOfAny(['/', '\\', ':', '%', '\0', '\r', '\n']) < 0 && !name.StartsWith('.') && !name.EndsWith('.');
}
