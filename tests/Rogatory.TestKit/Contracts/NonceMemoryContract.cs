using Rogatory.Core.Access;
using Xunit;

namespace Rogatory.TestKit.Contracts;

public abstract class NonceMemoryContract
{
    private static readonly PartnerId Partner = PartnerId.Parse("fr-pnf");

    protected abstract INonceMemory Memory { get; }

    [Fact]
    public async Task A_nonce_counts_once()
    {
        Assert.True(await Memory.TryUseAsync(Partner, "key", "nonce", default));
        Assert.False(await Memory.TryUseAsync(Partner, "key", "nonce", default));
    }

    [Fact]
    public async Task Another_nonce_key_or_partner_counts_for_itself()
    {
        Assert.True(await Memory.TryUseAsync(Partner, "key", "nonce", default));
        Assert.True(await Memory.TryUseAsync(Partner, "key", "nonce2", default));
        Assert.True(await Memory.TryUseAsync(Partner, "key2", "nonce", default));
        Assert.True(await Memory.TryUseAsync(PartnerId.Parse("fr-pnf2"), "key", "nonce", default));
    }

    [Fact]
    public async Task Of_twenty_uses_at_once_one_counts()
    {
        bool[] used = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Memory.TryUseAsync(Partner, "key", "nonce", default))));
        Assert.Single(used, true);
    }
}
