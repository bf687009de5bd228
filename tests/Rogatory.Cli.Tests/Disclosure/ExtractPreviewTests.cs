using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Cli.Tests.Disclosure;

public sealed class ExtractPreviewTests : IDisposable
{
    private const string Table = "Date;Account holder;IBAN\n2026-03-01;Jonas Feldmann;DE89370400440532013000\n2026-03-02;Maria Keller;GB82WEST12345698765432\n";

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_extract_is_made_and_what_was_done_is_said()
    {
        var ran = await PreviewAsync("--keep-rows", "1", "--remove-category", "person-name", "--remove-category", "iban", "--json");

        Assert.Equal(0, ran.Status);
        Assert.Equal("Date;Account holder;IBAN\n2026-03-01;[NAME 1];[IBAN 1]\n", await File.ReadAllTextAsync(folder["out.csv"]));
        Assert.Equal("""{"iban":1,"person-name":1}""", ran.Json["marks"]!.ToJsonString());
        Assert.Equal("""{"rows":1}""", ran.Json["removed"]!.ToJsonString());
        Assert.Equal("""["rows",[[0,1]],[[1,1]]]""", new JsonArray(ran.Json["kind"]!.DeepClone(), ran.Json["kept"]!.DeepClone(), ran.Json["changed"]!.DeepClone()).ToJsonString());
        var said = (await PreviewAsync("--keep-rows", "1", "--remove-category", "iban")).Output;
        Assert.Contains("Gone: 1 row.", said, StringComparison.Ordinal);
        Assert.Contains("Marks: 1 iban.", said, StringComparison.Ordinal);
        Assert.Contains("Byte for byte in it, which can be proven: 1 row; changed: 1.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_that_was_to_be_removed_and_of_which_nothing_was_found_is_named()
    {
        var ran = await PreviewAsync("--keep-rows", "1", "--remove-category", "iban", "--remove-category", "email", "--remove-category", "phone", "--json");
        Assert.True(ran.Status == 0, ran.Error);
        Assert.Equal("""["email","phone"]""", ran.Json["notFound"]!.ToJsonString());
        var said = (await PreviewAsync("--keep-rows", "1", "--remove-category", "iban", "--remove-category", "email")).Output;
        Assert.Contains($"Nothing was found of: email. Look for yourself whether {folder["out.csv"]} holds any.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was found", (await PreviewAsync("--keep-rows", "1", "--remove-category", "iban")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing that was removed", (await PreviewAsync("--remove-category", "email")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_option_becomes_its_selector()
    {
        Assert.Equal(0, (await PreviewAsync("--remove-rows", "2", "--remove-header", "--remove-column", "Date", "--remove-span", "36-50")).Status);
        Assert.Equal("[REMOVED 1];DE89370400440532013000\n", await File.ReadAllTextAsync(folder["out.csv"]));
        Assert.Equal(0, (await PreviewAsync("--keep-lines", "2", "--as-text")).Status);
        Assert.Equal("2026-03-01;Jonas Feldmann;DE89370400440532013000\n", await File.ReadAllTextAsync(folder["out.csv"]));
        string request = folder.Write("request.json", """{"keep":[{"columns":["IBAN"]}]}"""u8.ToArray());
        Assert.Equal(0, (await PreviewAsync("--request", request)).Status);
        Assert.StartsWith("IBAN\nDE89", await File.ReadAllTextAsync(folder["out.csv"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData((int)ExitCode.Usage, "extract-malformed", "--keep-rows", "none")]
    [InlineData((int)ExitCode.Usage, "extract-malformed", "--remove-category", "everything")]
    [InlineData((int)ExitCode.Usage, "extract-malformed", "--remove-span", "x-1")]
    [InlineData((int)ExitCode.Usage, "extract-not-possible", "--keep-pages", "1")]
    [InlineData((int)ExitCode.Usage, "extract-empty", "--keep-rows", "9")]
    [InlineData((int)ExitCode.Breaks, "extract-left-over", "--remove-span", "25-35")]
    [InlineData((int)ExitCode.Usage, "usage", "--request", "there-is-none.json", "--keep-rows", "1")]
    public async Task A_refusal_has_its_slug_and_leaves_no_file(int status, string slug, params string[] options)
    {
        string left = Table.Replace("Maria Keller", "on 2026-03-01", StringComparison.Ordinal);
        var ran = await Ran.Of(["extract", "preview", folder.Write("in.csv", Encoding.UTF8.GetBytes(left)), .. options, "--out", folder["out.csv"], "--json"]);

        Assert.Equal((status, slug), (ran.Status, (string?)ran.Failure["slug"]));
        Assert.False(File.Exists(folder["out.csv"]));
    }

    private Task<Ran> PreviewAsync(params string[] options) =>
        Ran.Of(["extract", "preview", folder.Write("in.csv", Encoding.UTF8.GetBytes(Table)), .. options, "--out", folder["out.csv"]]);
}
