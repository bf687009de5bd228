using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Tests.Disclosure;

public sealed class CollectTests
{
    [Fact]
    public async Task What_was_disclosed_comes_as_a_valid_bag_and_is_confirmed()
    {
        await using var disclosed = await Disclosed.NewAsync();

        var ran = await disclosed.CollectAsync();

        Assert.True(ran.Status == 0, ran.Error);
        Assert.Empty(BagItValidator.Validate(Path.Combine(disclosed.Out, "bag")));
        foreach (var item in ran.Json["items"]!.AsArray())
            Assert.Equal(disclosed.Contents[(string)item!["item"]!], await File.ReadAllBytesAsync(Path.Combine(disclosed.Out, "bag", (string)item["file"]!)));
        Assert.Equal("data/statement/Kontoauszug März.csv", (string?)ran.Json["items"]![0]!["file"]);
        Assert.Equal(("received", "UNCAC art. 46(19)"), ((string?)ran.Json["state"], (string?)ran.Json["conditions"]![0]!["citation"]));
        var info = await File.ReadAllTextAsync(Path.Combine(disclosed.Out, "bag", "bag-info.txt"));
        Assert.Contains($"Source-Organization: Some authority\nExternal-Identifier: {Disclosed.Id}\n", info, StringComparison.Ordinal);
        Assert.Equal(["bag", "countersignature.jws", "receipt.partner.jws"], Directory.EnumerateFileSystemEntries(disclosed.Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_receipt_is_one_that_the_authority_accepts()
    {
        await using var disclosed = await Disclosed.NewAsync();

        await disclosed.CollectAsync();

        var receipt = CollectionReceipt.FromJson(Statement.Verify(
            Assert.Single(disclosed.Sent), CollectionReceipt.Type, [new VerificationKey(Partner.SigningKey, DateTimeOffset.UnixEpoch, null)]));
        Assert.Equal(Partner.SigningKey.Thumbprint, Statement.KeyIdOf(disclosed.Sent[0], CollectionReceipt.Type));
        Assert.Equal((Disclosed.Id, DisclosureStatements.DigestOf(await disclosed.StatementAsync())), (receipt.Disclosure.ToString(), receipt.Manifest));
        Assert.Equal(disclosed.Manifest.Items.Select(item => new ReceiptItem(item.Id, item.SealedRoot)), receipt.Items);
        Assert.Equal(disclosed.Sent[0], await File.ReadAllTextAsync(Path.Combine(disclosed.Out, "receipt.partner.jws")));
    }

    [Fact]
    public async Task The_bag_proves_itself_by_the_authoritys_signature()
    {
        await using var disclosed = await Disclosed.NewAsync();
        await disclosed.CollectAsync();

        var proof = Path.Combine(disclosed.Out, "bag", "rogatory");
        Assert.Equal(await disclosed.StatementAsync(), await File.ReadAllTextAsync(Path.Combine(proof, "manifest.jws")));
        Assert.Equal(await File.ReadAllBytesAsync(disclosed.Folder["authority.json"]), await File.ReadAllBytesAsync(Path.Combine(proof, "authority.json")));
        foreach (var (item, envelope) in disclosed.Envelopes)
            Assert.Equal(envelope, await File.ReadAllBytesAsync(Path.Combine(proof, "envelopes", $"{item}.jwe")));
        var tags = await File.ReadAllTextAsync(Path.Combine(disclosed.Out, "bag", "tagmanifest-sha256.txt"));
        foreach (var name in new[] { "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "rogatory/manifest.jws", "rogatory/authority.json", "rogatory/items.json", "rogatory/envelopes/letter.jwe" })
            Assert.Contains($"  {name}\n", tags, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_can_read_what_was_collected()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var disclosed = await Disclosed.NewAsync();
        await disclosed.CollectAsync();

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        foreach (var file in Directory.EnumerateFiles(disclosed.Out, "*", SearchOption.AllDirectories)) Assert.Equal(Owner, File.GetUnixFileMode(file));
        foreach (var folder in Directory.EnumerateDirectories(disclosed.Out, "*", SearchOption.AllDirectories).Append(disclosed.Out))
            Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public async Task Storage_is_told_the_link_and_nothing_of_who_asks()
    {
        await using var disclosed = await Disclosed.NewAsync();
        await disclosed.CollectAsync();
        Assert.Equal(["Host", "Range"], disclosed.StorageCalls.SelectMany(call => call.Fields.Keys).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Collected_again_it_says_so_and_changes_nothing()
    {
        await using var disclosed = await Disclosed.NewAsync();
        await disclosed.CollectAsync();
        var before = Snapshot(disclosed.Out);
        disclosed.StorageCalls.Clear();

        var again = await disclosed.CollectAsync();

        Assert.True(again.Status == 0, again.Error);
        Assert.Equal((false, "received"), ((bool)again.Json["isNew"]!, (string?)again.Json["state"]));
        Assert.Equal(before, Snapshot(disclosed.Out));
        Assert.Empty(disclosed.StorageCalls);
        Assert.Single(disclosed.Sent);
    }

    [Theory]
    [InlineData("data/letter/letter.txt")]
    [InlineData("data/statement/Kontoauszug März.csv")]
    [InlineData("bagit.txt")]
    [InlineData("bag-info.txt")]
    [InlineData("manifest-sha256.txt")]
    [InlineData("rogatory/manifest.jws")]
    [InlineData("rogatory/authority.json")]
    [InlineData("rogatory/items.json")]
    [InlineData("rogatory/envelopes/letter.jwe")]
    public async Task Collected_again_it_says_which_file_is_not_what_was_collected(string name)
    {
        await using var disclosed = await Disclosed.NewAsync();
        await disclosed.CollectAsync("--no-receipt");
        var file = Path.Combine(disclosed.Out, "bag", name);
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        var again = await disclosed.CollectAsync();

        Assert.Equal(((int)ExitCode.Breaks, "bag-changed"), (again.Status, (string?)again.Failure["slug"]));
        Assert.Equal((name, "is another file than was collected."), FaultOf(again));
        Assert.Empty(disclosed.Sent);
    }

    [Theory]
    [InlineData("data/letter/letter.txt")]
    [InlineData("manifest-sha256.txt")]
    [InlineData("tagmanifest-sha256.txt")]
    public async Task Collected_again_it_says_which_file_is_gone(string name)
    {
        await using var disclosed = await Disclosed.NewAsync();
        await disclosed.CollectAsync();
        File.Delete(Path.Combine(disclosed.Out, "bag", name));

        var again = await disclosed.CollectAsync();

        Assert.Equal((int)ExitCode.Breaks, again.Status);
        Assert.Equal((name, "is gone."), FaultOf(again));
    }

    [Fact]
    public async Task Collected_again_it_says_which_file_was_laid_beside_what_was_collected()
    {
        await using var disclosed = await Disclosed.NewAsync();
        await disclosed.CollectAsync();
        await File.WriteAllTextAsync(Path.Combine(disclosed.Out, "bag", "data", "letter", "more.txt"), "More.");

        var again = await disclosed.CollectAsync();

        Assert.Equal((int)ExitCode.Breaks, again.Status);
        Assert.Equal((Path.Combine("data", "letter", "more.txt"), "was not collected."), FaultOf(again));
    }

    [Fact]
    public async Task One_can_look_before_confirming()
    {
        await using var disclosed = await Disclosed.NewAsync();

        var looked = await disclosed.CollectAsync("--no-receipt");
        Assert.Equal((0, "collected"), (looked.Status, (string?)looked.Json["state"]));
        Assert.Empty(BagItValidator.Validate(Path.Combine(disclosed.Out, "bag")));
        Assert.Empty(disclosed.Sent);
        disclosed.StorageCalls.Clear();

        var confirmed = await disclosed.CollectAsync();
        Assert.Equal((0, "received"), (confirmed.Status, (string?)confirmed.Json["state"]));
        Assert.Single(disclosed.Sent);
        Assert.Empty(disclosed.StorageCalls);
    }

    [Fact]
    public async Task An_item_that_is_empty_or_ends_with_a_full_segment_is_collected()
    {
        await using var disclosed = await Disclosed.NewAsync(("empty", "empty", []), ("full", "full", new byte[1_048_520 + 1_048_560]));
        var ran = await disclosed.CollectAsync();
        Assert.True(ran.Status == 0, ran.Error);
        Assert.Empty(BagItValidator.Validate(Path.Combine(disclosed.Out, "bag")));
    }

    [Fact]
    public async Task Conditions_and_a_recall_are_shown_to_whoever_runs_it()
    {
        await using var disclosed = await Disclosed.NewAsync();
        await disclosed.CollectAsync();
        disclosed.Recall = new RecallNotice(Disclosed.Disclosing(Disclosed.Id), DisclosureStatements.DigestOf(await disclosed.StatementAsync()), RecallMeasure.Erase, "LED art. 16(6)", disclosed.Manifest.At);
        disclosed.State = "recalled";

        var again = await disclosed.CollectAsync();

        Assert.Equal((0, "erase"), (again.Status, (string?)again.Json["recall"]!["measure"]));
    }

    private static (string?, string?) FaultOf(Ran ran)
    {
        var fault = Assert.Single(ran.Failure["faults"]!.AsArray());
        return ((string?)fault!["pointer"], (string?)fault["message"]);
    }

    private static List<(string, string, DateTime)> Snapshot(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (file, Convert.ToHexString(File.ReadAllBytes(file).AsSpan(..Math.Min(99, (int)new FileInfo(file).Length))), File.GetLastWriteTimeUtc(file)))];
}
