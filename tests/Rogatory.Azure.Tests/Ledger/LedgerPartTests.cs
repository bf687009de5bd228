using System.Globalization;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Rogatory.Azure.Ledger;
using Rogatory.Azure.Tests.Storage;
using Rogatory.Ledger;
using Rogatory.TestKit.Contracts;

namespace Rogatory.Azure.Tests.Ledger;

/// <summary>The whole contract again, and more, with parts so short that every ledger has several.</summary>
[Collection(nameof(StorageCollection))]
public sealed class LedgerPartTests(StorageFixture storage) : LedgerStoreContract, IAsyncLifetime
{
    private const int BlocksPerPart = 2;

    private readonly RequestLog log = new();
    private BlobContainerClient container = null!;
    private BlobLedgerStore store = null!;

    protected override ILedgerStore Store => store;

    public async Task InitializeAsync()
    {
        container = await storage.ContainerAsync("ledger", log);
        store = Cold();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_full_part_is_followed_by_the_next()
    {
        await AppendLinesAsync(5);

        List<string> blobs = [];
        await foreach (var blob in container.GetBlobsAsync())
            blobs.Add($"{blob.Name} {blob.Properties.ContentLength}");
        Assert.Equal(["one 14", "one.1 14", "one.2 7"], blobs);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Who_knows_nothing_of_the_parts_reads_every_tail(int lines)
    {
        var whole = await AppendLinesAsync(lines);

        for (var offset = 0; offset <= whole.Length + 1; offset++)
            Assert.Equal(whole[Math.Min(offset, whole.Length)..], Encoding.UTF8.GetString(await Cold().ReadAsync("one", offset, default)));
    }

    [Fact]
    public async Task Who_knows_the_last_part_reads_its_tail_in_one_request()
    {
        await AppendLinesAsync(5);
        await store.ReadAsync("one", 0, default);
        log.Clear();

        Assert.Empty(await store.ReadAsync("one", 35, default));
        Assert.Equal(["GET"], log.Sent);
    }

    [Fact]
    public async Task Who_knows_nothing_of_the_parts_appends_to_the_last()
    {
        var whole = await AppendLinesAsync(5);

        Assert.True(await Cold().TryAppendAsync("one", whole.Length, "sixth\n"u8.ToArray(), default));
        Assert.True(await Cold().TryAppendAsync("one", whole.Length + 6, "seventh\n"u8.ToArray(), default));
        Assert.Equal(whole + "sixth\nseventh\n", Encoding.UTF8.GetString(await store.ReadAsync("one", 0, default)));
    }

    [Fact]
    public async Task A_writer_that_slept_cannot_write_past_the_end_of_a_part()
    {
        await AppendLinesAsync(2);
        var slept = Cold();
        await slept.ReadAsync("one", 0, default);
        var whole = await AppendLinesAsync(4);

        Assert.False(await slept.TryAppendAsync("one", 14, "late\n"u8.ToArray(), default));
        Assert.False(await Cold().TryAppendAsync("one", 14, "late\n"u8.ToArray(), default));
        Assert.Equal(whole, Encoding.UTF8.GetString(await Cold().ReadAsync("one", 0, default)));
    }

    [Fact]
    public async Task A_part_that_was_begun_without_a_line_is_gone_on_with()
    {
        var whole = await AppendLinesAsync(2);
        await container.GetAppendBlobClient("one.1").CreateAsync();

        Assert.Equal(whole, Encoding.UTF8.GetString(await Cold().ReadAsync("one", 0, default)));
        Assert.True(await Cold().TryAppendAsync("one", 14, "third\n"u8.ToArray(), default));
        Assert.Equal(whole + "third\n", Encoding.UTF8.GetString(await Cold().ReadAsync("one", 0, default)));
    }

    [Fact]
    public async Task Of_many_that_would_begin_the_next_part_exactly_one_does()
    {
        await AppendLinesAsync(2);

        var won = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            Task.Run(() => Cold().TryAppendAsync("one", 14, Encoding.UTF8.GetBytes($"writer {number}\n"), default))));

        Assert.Single(won, true);
    }

    [Fact]
    public async Task A_ledger_in_parts_is_listed_once_with_its_whole_length()
    {
        await AppendLinesAsync(5);

        List<LedgerExtent> listed = [];
        await foreach (var extent in store.ListAsync(default))
            listed.Add(extent);
        Assert.Equal([new LedgerExtent("one", 35)], listed);
    }

    private BlobLedgerStore Cold() => new(container, BlocksPerPart);

    /// <summary>Lines of seven bytes, a block each, until there are so many.</summary>
    private async Task<string> AppendLinesAsync(int count)
    {
        var whole = Encoding.UTF8.GetString(await store.ReadAsync("one", 0, default));
        while (whole.Length < 7 * count)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"line {whole.Length / 7}\n");
            Assert.True(await store.TryAppendAsync("one", whole.Length, Encoding.UTF8.GetBytes(line), default));
            whole += line;
        }

        return whole;
    }
}
