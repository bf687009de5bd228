using System.Security.Cryptography;

namespace Rogatory.Cli.Tests.Online;

public sealed class UploadTests(RunningAuthority authority) : IClassFixture<RunningAuthority>
{
    private const string Why = "To see that it is what was sent.";

    [Fact]
    public async Task An_item_is_sealed_at_the_partners_desk_and_reads_as_it_was()
    {
        var content = RandomNumberGenerator.GetBytes(20_000_001);
        var file = authority.Write("desk.bin", content);
        var @case = await authority.OpenAsync("desk", $"image={file}");

        var uploaded = await Succeeds(UploadAsync(@case, "desk", $"image={file}"));

        Assert.Contains("Item image is sealed.", uploaded.Output, StringComparison.Ordinal);
        await AssertSealedAsync(@case, "desk", content);
        Assert.False(Directory.Exists(authority["desk.state"]) && Directory.EnumerateFiles(authority["desk.state"]).Any(), "The record of a finished upload is left.");
    }

    [Fact]
    public async Task What_is_larger_than_the_front_door_takes_goes_by_upload_without_being_asked_to()
    {
        var content = RandomNumberGenerator.GetBytes(RunningAuthority.MostItemBytes + 1);
        var (large, small) = (authority.Write("large.bin", content), authority.Write("small.bin", [1, 2, 3]));
        var @case = await authority.OpenAsync("large", $"image={large}", $"letter={small}");

        await Succeeds(authority.PartnerAsync("request", "send", authority["large.json"], "--item", $"image={large}", "--item", $"letter={small}"));

        await AssertSealedAsync(@case, "large", content);
    }

    [Fact]
    public async Task An_upload_that_was_cut_goes_on_with_the_same_grant_and_key()
    {
        var content = RandomNumberGenerator.GetBytes(100_000_000);
        var file = authority.Write("cut.bin", content);
        var @case = await authority.OpenAsync("cut", $"image={file}");
        var (attempt, _) = await CutAsync(@case, "cut", file);

        var second = await Succeeds(UploadAsync(@case, "cut", $"image={file}"));

        Assert.Contains("goes on", second.Error, StringComparison.Ordinal);
        var ledger = await AssertSealedAsync(@case, "cut", content);
        Assert.Equal(1, Count(ledger, "sealing.upload-granted"));
        Assert.Contains(attempt, ledger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_changed_since_is_sealed_anew_with_another_key()
    {
        var content = RandomNumberGenerator.GetBytes(100_000_000);
        var file = authority.Write("changed.bin", content);
        var @case = await authority.OpenAsync("changed", $"image={file}");
        // What leaves first is another content; the declared one comes back before the second try.
        var other = content.ToArray();
        other[10] ^= 1;
        authority.Write("changed.bin", other);
        var (_, header) = await CutAsync(@case, "changed", file);
        authority.Write("changed.bin", content);

        var second = await Succeeds(UploadAsync(@case, "changed", $"image={file}"));

        Assert.Contains("another key", second.Error, StringComparison.Ordinal);
        var ledger = await AssertSealedAsync(@case, "changed", content);
        Assert.DoesNotContain(header, ledger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_of_an_upload_holds_no_key_name_or_digest_in_the_clear()
    {
        var content = RandomNumberGenerator.GetBytes(100_000_000);
        var file = authority.Write("quiet-marker.bin", content);
        var @case = await authority.OpenAsync("quiet", $"image={file}");
        await CutAsync(@case, "quiet", file);

        var record = await File.ReadAllTextAsync(Directory.EnumerateFiles(authority["quiet.state"]).Single());

        Assert.DoesNotContain("marker", record, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(SHA256.HashData(content)), record, StringComparison.Ordinal);
        Assert.Contains("\"alg\":\"RSA-OAEP-256\"", record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_the_declared_one_is_refused()
    {
        var file = authority.Write("lie.bin", RandomNumberGenerator.GetBytes(1000));
        var @case = await authority.OpenAsync("lie", $"image={file}");

        authority.Write("lie.bin", RandomNumberGenerator.GetBytes(1000));
        var refused = await UploadAsync(@case, "lie", $"image={file}", "--json");
        Assert.Equal((3, "digest-mismatch"), (refused.Status, (string?)refused.Failure["slug"]));

        authority.Write("lie.bin", new byte[999]);
        Assert.Equal(2, (await UploadAsync(@case, "lie2", $"image={file}")).Status);
    }

    /// <summary>Ends the command once storage has its first blocks; gives the attempt and the header of what was begun.</summary>
    private async Task<(string Attempt, string Header)> CutAsync(string @case, string name, string file)
    {
        using var cut = new CancellationTokenSource();
        var folder = authority[$"{name}.state"];
        Directory.CreateDirectory(folder);
        using var watch = new FileSystemWatcher(folder) { EnableRaisingEvents = true };
        watch.Changed += (_, changed) =>
        {
            // A line with a number is a block that storage has.
            if (File.Exists(changed.FullPath) && File.ReadLines(changed.FullPath).Count(line => line.Length < 10) >= 2)
                cut.Cancel();
        };
        var ended = await authority.PartnerAsync(cut.Token, "upload", @case, $"image={file}", "--state", folder);
        Assert.Equal(130, ended.Status);
        var head = System.Text.Json.Nodes.JsonNode.Parse(File.ReadLines(Directory.EnumerateFiles(folder).Single()).First())!;
        return ((string)head["attempt"]!, (string)head["header"]!);
    }

    private Task<Ran> UploadAsync(string @case, string name, params string[] more) =>
        authority.PartnerAsync(["upload", @case, .. more, "--state", authority[$"{name}.state"]]);

    private async Task<string> AssertSealedAsync(string @case, string name, byte[] content)
    {
        await Succeeds(authority.OfficerAsync("item", "read", @case, "image", "--justification", Why, "--out", authority[$"{name}.read"]));
        var read = await File.ReadAllBytesAsync(authority[$"{name}.read"]);
        Assert.True(content.AsSpan().SequenceEqual(read));
        await Succeeds(authority.OfficerAsync("case", "ledger", @case, "--out", authority[$"{name}.jsonl"]));
        await Succeeds(Ran.Of("ledger", "verify", authority[$"{name}.jsonl"]));
        return await File.ReadAllTextAsync(authority[$"{name}.jsonl"]);
    }

    private static async Task<Ran> Succeeds(Task<Ran> run)
    {
        var ran = await run;
        Assert.True(ran.Status == 0, ran.Error);
        return ran;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
