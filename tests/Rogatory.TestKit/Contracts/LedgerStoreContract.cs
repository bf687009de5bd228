using System.Text;
using Rogatory.Ledger;
using Xunit;

namespace Rogatory.TestKit.Contracts;

public abstract class LedgerStoreContract
{
    private readonly string name = Sample.LedgerName();

    protected abstract ILedgerStore Store { get; }

    [Fact]
    public async Task A_ledger_that_does_not_exist_is_empty()
    {
        Assert.Empty(await Store.ReadAsync(name, 0, default));
        Assert.Empty(await Store.ReadAsync(name, 10, default));
    }

    [Fact]
    public async Task What_was_appended_is_read_back_from_any_offset()
    {
        await AppendAsync(0, "first\n");
        await AppendAsync(6, "second\nthird\n");

        Assert.Equal("first\nsecond\nthird\n", await ReadAsync(0));
        Assert.Equal("second\nthird\n", await ReadAsync(6));
        Assert.Equal("third\n", await ReadAsync(13));
        Assert.Equal("\n", await ReadAsync(18));
    }

    [Fact]
    public async Task At_its_end_and_past_it_there_is_nothing_to_read()
    {
        await AppendAsync(0, "first\n");

        Assert.Equal("", await ReadAsync(6));
        Assert.Equal("", await ReadAsync(7));
        Assert.Equal("", await ReadAsync(5000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(600)]
    public async Task An_append_that_expects_another_length_is_refused_and_writes_nothing(long expected)
    {
        await AppendAsync(0, "first\n");

        Assert.False(await Store.TryAppendAsync(name, expected, "other\n"u8.ToArray(), default));
        Assert.Equal("first\n", await ReadAsync(0));
    }

    [Fact]
    public async Task An_append_that_expects_a_ledger_where_none_is_is_refused()
    {
        Assert.False(await Store.TryAppendAsync(name, 6, "other\n"u8.ToArray(), default));
        Assert.Equal("", await ReadAsync(0));
    }

    [Fact]
    public async Task An_append_of_nothing_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.TryAppendAsync(name, 0, ReadOnlyMemory<byte>.Empty, default));

    [Fact]
    public async Task Of_fifty_appends_at_one_position_exactly_one_wins()
    {
        await AppendAsync(0, "first\n");

        var lines = Enumerable.Range(0, 50).Select(number => $"writer {number}\n").ToArray();
        var won = await Task.WhenAll(lines.Select(line => Task.Run(() => Store.TryAppendAsync(name, 6, Encoding.UTF8.GetBytes(line), default))));

        Assert.Equal("first\n" + lines[Array.IndexOf(won, true)], await ReadAsync(0));
        Assert.Single(won, true);
    }

    [Fact]
    public async Task Of_fifty_that_would_begin_a_ledger_exactly_one_does()
    {
        var lines = Enumerable.Range(0, 50).Select(number => $"writer {number}\n").ToArray();
        var won = await Task.WhenAll(lines.Select(line => Task.Run(() => Store.TryAppendAsync(name, 0, Encoding.UTF8.GetBytes(line), default))));

        Assert.Equal(lines[Array.IndexOf(won, true)], await ReadAsync(0));
        Assert.Single(won, true);
    }

    [Fact]
    public async Task Fifty_writers_that_try_again_each_write_once_and_after_one_another()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(async () =>
        {
            var known = new MemoryStream();
            do
            {
                known.Write(await Store.ReadAsync(name, known.Length, default));
            }
            while (!await Store.TryAppendAsync(name, known.Length, Encoding.UTF8.GetBytes($"{number} after {known.Length}\n"), default));
        })));

        var length = 0;
        var writers = new HashSet<string>();
        foreach (var line in (await ReadAsync(0)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.EndsWith($" after {length}", line, StringComparison.Ordinal);
            Assert.True(writers.Add(line.Split(' ')[0]));
            length += line.Length + 1;
        }
        Assert.Equal(50, writers.Count);
    }

    [Fact]
    public async Task Every_ledger_is_listed_with_its_length()
    {
        // Names of which one begins like the other must not be taken for parts of one ledger.
        await AppendAsync(0, "first\n");
        await Store.TryAppendAsync($"{name}-x", 0, "other\n"u8.ToArray(), default);
        await AppendAsync(6, "second\n");

        var listed = new List<LedgerExtent>();
        await foreach (var extent in Store.ListAsync(default))
            listed.Add(extent);

        Assert.Equal(13, Assert.Single(listed, extent => extent.Name == name).Length);
        Assert.Equal(6, Assert.Single(listed, extent => extent.Name == $"{name}-x").Length);
    }

    private async Task AppendAsync(long expected, string lines) =>
        Assert.True(await Store.TryAppendAsync(name, expected, Encoding.UTF8.GetBytes(lines), default));

    private async Task<string> ReadAsync(long offset) => Encoding.UTF8.GetString(await Store.ReadAsync(name, offset, default));
}
