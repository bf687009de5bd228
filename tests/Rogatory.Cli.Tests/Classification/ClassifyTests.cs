using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Cli.Tests.Classification;

public sealed class ClassifyTests : IDisposable
{
    private const string Iban = "DE89 3704 0044 0532 0130 00";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_finding_says_what_where_how_sure_and_why_and_never_repeats_the_text()
    {
        const string text = "Account of the firm\nIBAN: " + Iban + "\n";

        var ran = await Ran.Of("classify", _folder.Write("letter.txt", Encoding.UTF8.GetBytes(text)), "--json");

        Assert.Equal((int)ExitCode.Holds, ran.Status);
        var finding = Assert.Single(JsonNode.Parse(ran.Output)!.AsArray())!.AsObject();
        Assert.Equal(["category", "detector", "start", "end", "confidence", "reasons", "locator"], finding.Select(member => member.Key));
        Assert.Equal("iban", (string?)finding["category"]);
        Assert.Equal(Iban, text[(int)finding["start"]!..(int)finding["end"]!]);
        Assert.InRange((double)finding["confidence"]!, 0.9, 1);
        Assert.NotEmpty(finding["reasons"]!.AsArray());
        Assert.Equal(2, (long)finding["locator"]!["line"]!);
        Assert.DoesNotContain("3704", ran.Output + ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_a_table_is_found_in_its_row()
    {
        var ran = await Ran.Of("classify", _folder.Write("table.csv", Encoding.UTF8.GetBytes($"entry,account\n1,{Iban}\n2,{Iban}\n")), "--json");

        Assert.Equal(["iban 2", "iban 3"], JsonNode.Parse(ran.Output)!.AsArray().Select(finding => $"{finding!["category"]} {finding["locator"]!["line"]}"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_and_is_never_clean()
    {
        byte[] image = [0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[64]];

        var ran = await Ran.Of("classify", _folder.Write("scan.txt", image));

        Assert.Equal((int)ExitCode.Breaks, ran.Status);
        Assert.Contains("Unread: ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Not all of it could be read", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("classify")]
    [InlineData("classify", "a-file", "--text")]
    [InlineData("classify", "there-is-no-such-file")]
    public async Task A_text_comes_from_one_file_or_from_standard_input(params string[] arguments) =>
        Assert.Equal((int)ExitCode.Usage, (await Ran.Of(arguments)).Status);
}
