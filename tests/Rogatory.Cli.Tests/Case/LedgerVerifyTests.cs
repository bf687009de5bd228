using System.Text.Json.Nodes;
using Rogatory.Cli.Tests.Receipt;

namespace Rogatory.Cli.Tests.Case;

public sealed class LedgerVerifyTests : IDisposable
{
    private readonly Evidence _evidence = new();

    public void Dispose() => _evidence.Dispose();

    [Fact]
    public async Task A_ledger_that_holds_is_named_with_its_root()
    {
        var ran = await Ran.Of("ledger", "verify", _evidence.LedgerFile, "--json");

        Assert.Equal(0, ran.Status);
        Assert.Equal((Evidence.Case, 5, _evidence.RootOf(5)), ((string?)ran.Json["case"], (int)ran.Json["size"]!, (string?)ran.Json["root"]));
    }

    [Fact]
    public async Task Where_and_why_a_ledger_breaks_is_said()
    {
        var vectors = JsonNode.Parse(await File.ReadAllTextAsync(VectorFile()))!.AsArray();
        using var folder = new Folder();
        var broken = vectors.Where(vector => !(bool)vector!["holds"]!).ToList();
        Assert.True(broken.Count > 20);
        foreach (var vector in broken)
        {
            var ran = await Ran.Of("ledger", "verify", folder.Write("ledger.jsonl", (string)vector!["text"]!), "--json");
            Assert.Equal((int)ExitCode.Breaks, ran.Status);
            Assert.Equal((int)vector["line"]!, (int)ran.Json["line"]!);
            Assert.Equal((string)vector["fault"]!, ((string)ran.Json["fault"]!).Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        }
    }

    [Fact]
    public async Task A_receipt_proves_the_lines_it_was_signed_for()
    {
        var ran = await Verify("--receipt", await _evidence.ReceiptFileAsync(), "--authority", _evidence.AuthorityFile);
        Assert.Equal((0, Evidence.Covered), (ran.Status, (int)ran.Json["proven"]!));
    }

    [Fact]
    public async Task A_last_line_that_was_changed_breaks_against_the_root_noted_at_the_export()
    {
        var root = _evidence.RootOf(5);
        Assert.Equal(0, (await Verify("--root", root)).Status);
        var last = System.Text.Encoding.UTF8.GetString(_evidence.Ledger).Replace("request-accepted", "request-rejected", StringComparison.Ordinal);
        _evidence.Ledger = System.Text.Encoding.UTF8.GetBytes(last);

        // From the file and the receipt alone nothing can be seen.
        Assert.Equal(0, (await Verify("--receipt", await _evidence.ReceiptFileAsync(), "--authority", _evidence.AuthorityFile)).Status);
        Assert.Equal((int)ExitCode.Breaks, (await Verify("--root", root)).Status);
    }

    [Fact]
    public async Task A_checkpoint_proves_the_lines_it_covers()
    {
        var ran = await Verify("--checkpoint", await _evidence.CheckpointFileAsync(), "--authority", _evidence.AuthorityFile);
        Assert.Equal((0, Evidence.Covered, 7), (ran.Status, (int)ran.Json["proven"]!, (int)ran.Json["checkpoint"]!));
    }

    [Fact]
    public async Task A_ledger_that_was_changed_or_cut_below_what_the_checkpoint_covers_breaks()
    {
        var checkpoint = await _evidence.CheckpointFileAsync();
        _evidence.Ledger = Evidence.Lines(("intake.request-opened", new()), ("intake.request-opened", new()), ("intake.request-opened", new()));
        Assert.Equal("ledger-changed", await SlugOf(checkpoint));
        _evidence.Ledger = Evidence.Lines(("intake.request-opened", new()));
        Assert.Equal("ledger-cut", await SlugOf(checkpoint));
    }

    [Fact]
    public async Task A_checkpoint_of_another_root_or_size_is_no_proof()
    {
        Assert.Equal("checkpoint-inclusion", await SlugOf(await _evidence.CheckpointFileAsync(proof => proof with { Size = 2 })));
        Assert.Equal("checkpoint-form", await SlugOf(await _evidence.CheckpointFileAsync(proof => proof with { Statement = "a.b" })));
        Assert.Equal("checkpoint-other-case", await SlugOf(await _evidence.CheckpointFileAsync(@case: "0000-0000-0000")));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("not-a-root")]
    public async Task A_root_that_is_none_is_a_mistake_of_usage(string root) =>
        Assert.Equal((int)ExitCode.Usage, (await Verify("--root", root)).Status);

    private async Task<string?> SlugOf(string checkpoint)
    {
        var ran = await Verify("--checkpoint", checkpoint, "--authority", _evidence.AuthorityFile);
        Assert.Equal((int)ExitCode.Breaks, ran.Status);
        return (string?)ran.Failure["slug"];
    }

    [Fact]
    public async Task A_whole_ledger_written_anew_breaks_against_the_receipt()
    {
        var receipt = await _evidence.ReceiptFileAsync();
        _evidence.Ledger = Evidence.Lines([.. Enumerable.Range(0, 5).Select(at => (at == 0 ? "intake.request-opened" : "intake.other", new JsonObject()))]);
        Assert.Equal(0, (await Verify()).Status);

        var ran = await Verify("--receipt", receipt, "--authority", _evidence.AuthorityFile);

        Assert.Equal((int)ExitCode.Breaks, ran.Status);
        Assert.Equal("ledger-changed", (string?)ran.Failure["slug"]);
    }

    private Task<Ran> Verify(params string[] more) => Ran.Of(["ledger", "verify", _evidence.LedgerFile, "--json", .. more]);

    private static string VectorFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "vectors", "ledger", "ledgers.json");
    }
}
