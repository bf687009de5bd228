using Rogatory.Core.Receipt;
using Xunit;

namespace Rogatory.TestKit.Contracts;

public abstract class StatementStoreContract
{
    private readonly string name = $"{Sample.Case()}/receipt";

    protected abstract IStatementStore Store { get; }

    [Fact]
    public async Task A_statement_is_read_back_and_one_that_was_not_made_is_not_there()
    {
        Assert.Null(await Store.ReadAsync(name, default));

        Assert.True(await Store.TryCreateAsync(name, "statement"u8.ToArray(), default));

        Assert.Equal("statement"u8.ToArray(), await Store.ReadAsync(name, default));
    }

    [Fact]
    public async Task A_statement_is_never_replaced()
    {
        await Store.TryCreateAsync(name, "statement"u8.ToArray(), default);

        Assert.False(await Store.TryCreateAsync(name, "another"u8.ToArray(), default));
        Assert.Equal("statement"u8.ToArray(), await Store.ReadAsync(name, default));
    }

    [Fact]
    public async Task Creating_the_same_statement_again_succeeds()
    {
        await Store.TryCreateAsync(name, "statement"u8.ToArray(), default);

        Assert.True(await Store.TryCreateAsync(name, "statement"u8.ToArray(), default));
    }

    [Fact]
    public async Task Of_twenty_statements_under_one_name_exactly_one_is_kept()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(number => Task.Run(() => Store.TryCreateAsync(name, new[] { (byte)number }, default))));

        Assert.Single(created, true);
        Assert.Equal(new[] { (byte)Array.IndexOf(created, true) }, await Store.ReadAsync(name, default));
    }
}
