using Rogatory.Core.Case;
using Xunit;

namespace Rogatory.TestKit.Contracts;

public abstract class ProjectionStoreContract
{
    private static readonly Dictionary<string, string> Tags = new() { ["stage"] = "Intake", ["partner"] = "fr-pnf", ["due"] = "2026-12-01T09:00:00Z" };

    private readonly CaseId @case = Sample.Case();

    protected abstract IProjectionStore Store { get; }

    [Fact]
    public async Task A_projection_is_created_and_read_back()
    {
        Assert.Null(await Store.ReadAsync(@case, default));

        Assert.NotNull(await WriteAsync("one", etag: null));

        Assert.Equal("one"u8.ToArray(), (await Store.ReadAsync(@case, default))!.Content);
    }

    [Fact]
    public async Task One_that_exists_is_not_created_again()
    {
        await WriteAsync("one", etag: null);

        Assert.Null(await WriteAsync("two", etag: null));
        Assert.Equal("one"u8.ToArray(), (await Store.ReadAsync(@case, default))!.Content);
    }

    [Fact]
    public async Task It_is_replaced_only_by_who_read_the_newest()
    {
        await WriteAsync("one", etag: null);
        var first = (await Store.ReadAsync(@case, default))!;

        string? second = await WriteAsync("two", first.ETag);
        Assert.Equal((await Store.ReadAsync(@case, default))!.ETag, second);
        Assert.Null(await WriteAsync("three", first.ETag));
        Assert.Equal("two"u8.ToArray(), (await Store.ReadAsync(@case, default))!.Content);
    }

    [Fact]
    public async Task One_that_does_not_exist_is_not_replaced()
    {
        await WriteAsync("one", etag: null);
        var first = (await Store.ReadAsync(@case, default))!;
        var other = Sample.Case();

        Assert.Null(await Store.TryWriteAsync(other, "two"u8.ToArray(), Tags, first.ETag, default));
        Assert.Null(await Store.ReadAsync(other, default));
    }

    [Fact]
    public async Task Of_twenty_that_would_replace_one_exactly_one_does()
    {
        await WriteAsync("one", etag: null);
        var first = (await Store.ReadAsync(@case, default))!;

        var replaced = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => WriteAsync($"by {number}", first.ETag))));

        Assert.Single(replaced, written => written is not null);
    }

    [Fact]
    public async Task Every_projection_is_listed_with_its_newest_tags()
    {
        var other = Sample.Case();
        await WriteAsync("one", etag: null);
        await Store.TryWriteAsync(other, "other"u8.ToArray(), Tags, etag: null, default);
        Dictionary<string, string> newer = new() { ["stage"] = "Sealing", ["partner"] = "fr-pnf" };
        await Store.TryWriteAsync(@case, "two"u8.ToArray(), newer, (await Store.ReadAsync(@case, default))!.ETag, default);

        var listed = new List<ProjectionFound>();
        await foreach (var found in Store.ListAsync(default))
            listed.Add(found);

        Assert.Equivalent(newer, Assert.Single(listed, found => found.Case == @case).Tags, strict: true);
        Assert.Equivalent(Tags, Assert.Single(listed, found => found.Case == other).Tags, strict: true);
    }

    private Task<string?> WriteAsync(string content, string? etag) =>
        Store.TryWriteAsync(@case, System.Text.Encoding.UTF8.GetBytes(content), Tags, etag, default);
}
