using System.Text;
using Rogatory.Core.Case;

namespace Rogatory.Cli.Tests.Receipt;

public sealed class ReceiptVerifyTests : IDisposable
{
    private readonly Evidence _evidence = new();

    public void Dispose() => _evidence.Dispose();

    [Fact]
    public async Task A_receipt_that_fits_everything_holds()
    {
        var ran = await Verify();
        Assert.True(ran.Status == 0, ran.Error);
        Assert.Equal(Evidence.Case, (string?)ran.Json["case"]);
    }

    [Fact]
    public async Task A_receipt_by_another_authority_breaks()
    {
        using var other = new Evidence();
        Assert.Equal("receipt-signature", await SlugOf(Verify(authority: other.AuthorityFile)));
    }

    [Fact]
    public async Task A_changed_receipt_breaks()
    {
        var path = await _evidence.ReceiptFileAsync();
        var parts = (await File.ReadAllTextAsync(path)).Split('.');
        var payload = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1])).Replace("\"size\":3", "\"size\":2", StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.{parts[2]}");

        Assert.Equal("receipt-signature", await SlugOf(Verify(receipt: path)));
    }

    [Fact]
    public async Task A_receipt_for_another_request_breaks()
    {
        _evidence.Request = Encoding.UTF8.GetBytes("""{"reference":"PNF-2026-0412"}""");
        Assert.Equal("receipt-other-request", await SlugOf(Verify()));
    }

    [Fact]
    public async Task A_receipt_for_another_case_breaks()
    {
        _evidence.Receipt = _evidence.Receipt with { Case = CaseId.Parse("0000-0000-0000") };
        Assert.Equal("receipt-other-case", await SlugOf(Verify()));
    }

    [Fact]
    public async Task A_receipt_that_says_another_thing_of_an_item_breaks()
    {
        _evidence.Receipt = _evidence.Receipt with { Items = [new(ItemId.Parse("statement"), new string('b', 64))] };
        Assert.Equal("receipt-other-item", await SlugOf(Verify()));
    }

    [Fact]
    public async Task A_ledger_that_was_cut_breaks()
    {
        _evidence.Ledger = Evidence.Lines(("intake.request-opened", []));
        Assert.Equal("ledger-cut", await SlugOf(Verify()));
    }

    [Fact]
    public async Task A_ledger_with_other_lines_breaks()
    {
        _evidence.Ledger = Evidence.Lines(("intake.request-opened", []), ("intake.other", []), ("intake.other", []), ("intake.other", []));
        Assert.Equal("ledger-changed", await SlugOf(Verify()));
    }

    [Fact]
    public async Task Keys_that_are_none_are_a_usage_error()
    {
        using var folder = new Folder();
        Assert.Equal("usage", await SlugOf(Verify(authority: folder.Write("authority.json", "{}"))));
    }

    private async Task<Ran> Verify(string? receipt = null, string? authority = null) => await Ran.Of(
        "receipt", "verify", receipt ?? await _evidence.ReceiptFileAsync(), "--authority", authority ?? _evidence.AuthorityFile,
        "--ledger", _evidence.LedgerFile, "--request", _evidence.RequestFile, "--json");

    private static async Task<string?> SlugOf(Task<Ran> running)
    {
        var ran = await running;
        var slug = (string?)ran.Failure["slug"];
        Assert.Equal(slug == "usage" ? ExitCode.Usage : ExitCode.Breaks, (ExitCode)ran.Status);
        return slug;
    }
}
