using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Xunit;

namespace Rogatory.TestKit.Contracts;

public abstract class KeyEnvelopeStoreContract
{
    private readonly SealedPath path = Sample.Path();

    protected abstract IKeyEnvelopeStore Store { get; }

    protected abstract IEnvelopeEraser Eraser { get; }

    [Fact]
    public async Task An_envelope_is_read_back_and_no_other_is_there()
    {
        Assert.True(await Store.TryCreateAsync(path, 0, "envelope"u8.ToArray(), default));

        Assert.Equal("envelope"u8.ToArray(), await Store.ReadAsync(path, 0, default));
        Assert.Null(await Store.ReadAsync(path, 1, default));
        Assert.Null(await Store.ReadAsync(Sample.Path(), 0, default));
    }

    [Fact]
    public async Task An_envelope_is_never_replaced()
    {
        await Store.TryCreateAsync(path, 0, "envelope"u8.ToArray(), default);

        Assert.False(await Store.TryCreateAsync(path, 0, "another"u8.ToArray(), default));
        Assert.Equal("envelope"u8.ToArray(), await Store.ReadAsync(path, 0, default));
    }

    [Fact]
    public async Task Creating_the_same_envelope_again_succeeds()
    {
        await Store.TryCreateAsync(path, 0, "envelope"u8.ToArray(), default);

        Assert.True(await Store.TryCreateAsync(path, 0, "envelope"u8.ToArray(), default));
    }

    [Fact]
    public async Task A_destroyed_envelope_is_gone_and_destroying_it_again_is_no_failure()
    {
        await Store.TryCreateAsync(path, 0, "old"u8.ToArray(), default);
        await Store.TryCreateAsync(path, 1, "new"u8.ToArray(), default);

        await Eraser.DestroyAsync(path, 0, default);
        await Eraser.DestroyAsync(path, 0, default);

        Assert.Null(await Store.ReadAsync(path, 0, default));
        Assert.Equal("new"u8.ToArray(), await Store.ReadAsync(path, 1, default));
    }

    [Fact]
    public async Task Without_a_case_every_envelope_of_all_is_listed()
    {
        SealedPath other = Sample.Path();
        await Store.TryCreateAsync(path, 0, "one"u8.ToArray(), default);
        await Store.TryCreateAsync(other, 0, "of another case"u8.ToArray(), default);

        var found = new List<SealedPath>();
        await foreach (var envelope in Store.ListAsync(@case: null, default))
            found.Add(envelope.Path);

        Assert.Contains(path, found);
        Assert.Contains(other, found);
    }

    [Fact]
    public async Task A_listing_tells_the_key_that_an_envelope_is_wrapped_under_and_of_what_is_no_envelope_none()
    {
        await Store.TryCreateAsync(path, 0, SomeEnvelope.Under("https://kv-demo.vault.azure.net/keys/kek/0123456789abcdef"), default);
        await Store.TryCreateAsync(path, 1, "no envelope"u8.ToArray(), default);

        var found = new Dictionary<int, string?>();
        await foreach (var envelope in Store.ListAsync(path.Case, default))
            found.Add(envelope.Rotation, envelope.KeyId);

        Assert.Equal("https://kv-demo.vault.azure.net/keys/kek/0123456789abcdef", found[0]);
        Assert.Null(found[1]);
    }

    [Fact]
    public async Task Every_envelope_of_a_case_is_listed_and_no_others()
    {
        var sibling = new SealedPath(path.Case, ItemId.Parse("statement.findings"), AttemptId.New());
        await Store.TryCreateAsync(path, 0, "old"u8.ToArray(), default);
        await Store.TryCreateAsync(path, 12, "new"u8.ToArray(), default);
        await Store.TryCreateAsync(sibling, 0, "sibling"u8.ToArray(), default);
        await Store.TryCreateAsync(Sample.Path(), 0, "of another case"u8.ToArray(), default);
        await Store.TryCreateAsync(path, 3, "destroyed"u8.ToArray(), default);
        await Eraser.DestroyAsync(path, 3, default);

        var found = new List<KeyEnvelopeFound>();
        await foreach (var envelope in Store.ListAsync(path.Case, default))
            found.Add(envelope);

        HashSet<(SealedPath, int)> expected = [(path, 0), (path, 12), (sibling, 0)];
        Assert.Equal(expected, found.Select(envelope => (envelope.Path, envelope.Rotation)).ToHashSet());
        Assert.Equal(3, found.Count);
        Assert.All(found, envelope => Assert.True(envelope.CreatedAt > DateTimeOffset.UnixEpoch));
    }
}
