using System.Text;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Tests.Disclosure;

public sealed class CollectResumeTests
{
    private const int Half = 1_200_000;

    [Fact]
    public async Task A_download_that_is_cut_goes_on_where_it_stopped()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Storage = CutOnceAsync(disclosed);

        var ran = await disclosed.CollectAsync();

        Assert.True(ran.Status == 0, ran.Error);
        Assert.Equal([$"bytes=0-{disclosed.Bodies["statement"].Length - 1}", $"bytes={Half}-{disclosed.Bodies["statement"].Length - 1}"], RangesOf(disclosed, "statement"));
        Assert.Empty(BagItValidator.Validate(Path.Combine(disclosed.Out, "bag")));
    }

    [Fact]
    public async Task A_run_that_was_cut_is_taken_up_by_the_next()
    {
        await using var disclosed = await Disclosed.NewAsync();
        using var interrupt = new CancellationTokenSource();
        disclosed.Storage = async call =>
        {
            if (disclosed.StorageCalls.Count == 1) await disclosed.SendBodyAsync(call, Half);
            else await interrupt.CancelAsync();
            return true;
        };

        var cut = await disclosed.CollectAsync(interrupt.Token);

        Assert.Equal((int)ExitCode.Interrupted, cut.Status);
        Assert.Equal(Half, new FileInfo(Path.Combine(disclosed.Out, "sealed", "statement")).Length);
        Assert.False(File.Exists(Path.Combine(disclosed.Out, "bag", "bagit.txt")));
        disclosed.StorageCalls.Clear();
        disclosed.Storage = _ => Task.FromResult(false);

        var again = await disclosed.CollectAsync();

        Assert.True(again.Status == 0, again.Error);
        Assert.Equal($"bytes={Half}-{disclosed.Bodies["statement"].Length - 1}", Assert.Single(RangesOf(disclosed, "statement")));
        Assert.Empty(BagItValidator.Validate(Path.Combine(disclosed.Out, "bag")));
    }

    [Fact]
    public async Task A_link_that_expires_midway_is_replaced_by_a_fresh_one()
    {
        await using var disclosed = await Disclosed.NewAsync();
        var cut = CutOnceAsync(disclosed);
        disclosed.Storage = async call =>
        {
            if (disclosed.StorageCalls.Count <= 1 || !call.Target.EndsWith("link=1", StringComparison.Ordinal)) return await cut(call);
            await call.SendAsync("HTTP/1.1 403 Expired\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return true;
        };

        var ran = await disclosed.CollectAsync();

        Assert.True(ran.Status == 0, ran.Error);
        Assert.Equal(
            ["/statement?link=1", "/statement?link=1", "/statement?link=2"], disclosed.StorageCalls.Select(call => call.Target).Where(target => target.StartsWith("/statement", StringComparison.Ordinal)));
        Assert.Equal($"bytes={Half}-{disclosed.Bodies["statement"].Length - 1}", RangesOf(disclosed, "statement")[^1]);
        Assert.Equal(3, disclosed.Calls.Where(call => call.Method == "GET").Select(call => call.Fields["Signature-Input"]).Distinct().Count());
    }

    [Fact]
    public async Task A_fresh_link_that_is_refused_as_well_ends_it()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Storage = async call =>
        {
            await call.SendAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return true;
        };
        Assert.Equal("link-refused", await disclosed.SlugAsync(ExitCode.Refused));
        Assert.Equal(2, disclosed.StorageCalls.Count);
    }

    [Fact]
    public async Task A_disclosure_that_is_recalled_midway_is_not_collected()
    {
        await using var disclosed = await Disclosed.NewAsync();
        var manifest = DisclosureStatements.DigestOf(await disclosed.StatementAsync());
        disclosed.Storage = async call =>
        {
            disclosed.State = "recalled";
            disclosed.Recall = new RecallNotice(disclosed.Manifest.Disclosure, manifest, RecallMeasure.Erase, "LED art. 7(3)", disclosed.Manifest.At);
            await call.SendAsync("HTTP/1.1 404 Gone\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return true;
        };
        Assert.Equal("disclosure-recalled", await disclosed.SlugAsync(ExitCode.Refused));
    }

    [Fact]
    public async Task A_manifest_that_changes_midway_is_refused()
    {
        await using var disclosed = await Disclosed.NewAsync();
        disclosed.Storage = async call =>
        {
            disclosed.Resign();
            await call.SendAsync("HTTP/1.1 403 Expired\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return true;
        };
        Assert.Equal("manifest-changed", await disclosed.SlugAsync(ExitCode.Breaks));
    }

    [Fact]
    public async Task Storage_that_knows_no_ranges_is_read_from_the_beginning()
    {
        await using var disclosed = await Disclosed.NewAsync();
        var cut = CutOnceAsync(disclosed);
        disclosed.Storage = async call =>
        {
            if (await cut(call)) return true;
            var body = disclosed.Bodies[call.Target[1..].Split('?')[0]];
            await call.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
            await call.SendAsync(body);
            return true;
        };
        var ran = await disclosed.CollectAsync();
        Assert.True(ran.Status == 0, ran.Error);
    }

    [Fact]
    public async Task Items_that_were_opened_before_a_cut_are_not_fetched_again()
    {
        await using var disclosed = await Disclosed.NewAsync();
        using var interrupt = new CancellationTokenSource();
        disclosed.Storage = async call =>
        {
            if (!call.Target.StartsWith("/letter", StringComparison.Ordinal)) return false;
            await interrupt.CancelAsync();
            return true;
        };
        await disclosed.CollectAsync(interrupt.Token);
        disclosed.StorageCalls.Clear();
        disclosed.Storage = _ => Task.FromResult(false);

        var again = await disclosed.CollectAsync();

        Assert.True(again.Status == 0, again.Error);
        Assert.Equal("/letter?link=2", Assert.Single(disclosed.StorageCalls).Target);
    }

    [Fact]
    public async Task What_a_crash_left_half_opened_or_somebody_changed_is_made_anew()
    {
        await using var disclosed = await Disclosed.NewAsync();
        var letter = Path.Combine(disclosed.Out, "bag", "data", "letter");
        Directory.CreateDirectory(letter);
        await File.WriteAllTextAsync(Path.Combine(letter, "letter.txt.01234567.part"), "A let");
        await File.WriteAllTextAsync(Path.Combine(letter, "letter.txt"), "Another letter.");

        var ran = await disclosed.CollectAsync();

        Assert.True(ran.Status == 0, ran.Error);
        Assert.Empty(BagItValidator.Validate(Path.Combine(disclosed.Out, "bag")));
        Assert.Equal("A letter.", await File.ReadAllTextAsync(Path.Combine(letter, "letter.txt")));
    }

    [Fact]
    public async Task A_beginning_that_is_not_the_bodys_is_found_and_thrown_away()
    {
        await using var disclosed = await Disclosed.NewAsync();
        Directory.CreateDirectory(Path.Combine(disclosed.Out, "sealed"));
        await File.WriteAllBytesAsync(Path.Combine(disclosed.Out, "sealed", "statement"), new byte[Half]);

        Assert.Equal("body-other", await disclosed.SlugAsync(ExitCode.Breaks));
        Assert.Equal(0, (await disclosed.CollectAsync()).Status);
    }

    [Fact]
    public async Task Sealed_bodies_alone_lie_outside_the_bag_after_a_cut()
    {
        var marker = Encoding.ASCII.GetBytes("A marker in plain text, long enough to be no accident.");
        await using var disclosed = await Disclosed.NewAsync(("first", "first.txt", marker), ("second", "second.txt", marker));
        using var interrupt = new CancellationTokenSource();
        disclosed.Storage = async call =>
        {
            if (call.Target.StartsWith("/second", StringComparison.Ordinal)) await interrupt.CancelAsync();
            return false;
        };
        await disclosed.CollectAsync(interrupt.Token);

        var plain = Directory.EnumerateFiles(disclosed.Folder["."], "*", SearchOption.AllDirectories).Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(marker) >= 0);
        Assert.Equal(Path.Combine("collected", "bag", "data", "first", "first.txt"), Path.GetRelativePath(disclosed.Folder["."], Assert.Single(plain)));
    }

    private static Func<Http.StubAuthority.Call, Task<bool>> CutOnceAsync(Disclosed disclosed)
    {
        var isCut = false;
        return async call =>
        {
            if (isCut || !call.Target.StartsWith("/statement", StringComparison.Ordinal)) return false;
            isCut = true;
            await disclosed.SendBodyAsync(call, Half);
            return true;
        };
    }

    private static List<string> RangesOf(Disclosed disclosed, string item) =>
        [.. disclosed.StorageCalls.Where(call => call.Target.StartsWith($"/{item}", StringComparison.Ordinal)).Select(call => call.Fields["Range"])];
}
