using System.Reflection;
using Azure.Storage;
using Azure.Storage.Blobs;
using Rogatory.Azure.Disclosure;
using Rogatory.Azure.Tests.Storage;
using Rogatory.Core;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Azure.Tests.Disclosure;

[Collection(nameof(StorageCollection))]
public sealed class BlobOutboundTests(StorageFixture storage) : IAsyncLifetime
{
    private const string Region = "westeurope";
    private static readonly SealedPath Copy = new(CaseId.Parse("7K3Q-F2M9-X4TD"), ItemId.Parse("statement"), AttemptId.New());
    private readonly RequestLog log = new();
    private BlobContainerClient container = null!;
    private BlobContainerClient vault = null!;
    private BlobOutbound outbound = null!;

    public async Task InitializeAsync()
    {
        container = await storage.ContainerAsync("outbound", log);
        vault = await storage.ContainerAsync("vault", new RequestLog());
        var links = new AccountKeyLinks(new StorageSharedKeyCredential(storage.Azurite.Accounts[0].Name, storage.Azurite.Accounts[0].Key));
        outbound = new BlobOutbound(vault, [new OutboundAccount(Region, container, links)], new BlobCopy(links, TimeProvider.System), TimeProvider.System);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_is_listed_are_the_copies_that_lie_in_the_region_and_what_is_no_copy_is_passed_over()
    {
        Assert.Empty(await ListAsync());
        SealedPath[] copies = [Copy, Copy with { Attempt = AttemptId.New() }, Copy with { Item = ItemId.Parse("statement.findings") }];
        foreach (string name in (string[])[.. copies.Select(one => one.ToString()), "7K3Q-F2M9-X4TD/statement", "stray", $"{Copy}/0", "7K3Q-F2M9-X4TD/STATEMENT/0123456789abcdef0123456789abcdef"])
            await container.UploadBlobAsync(name, BinaryData.FromString("x"));

        Assert.Equal(copies.Select(one => one.ToString()).Order(StringComparer.Ordinal), (await ListAsync()).Select(one => one.ToString()).Order(StringComparer.Ordinal));
        await outbound.RemoveAsync(Region, Copy, default);
        Assert.DoesNotContain(Copy, await ListAsync());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public async Task A_copy_of_another_length_is_as_one_that_is_gone(int length)
    {
        ISealedSource source = outbound.OpenSource(Region, Copy, 5);
        await Assert.ThrowsAsync<EndOfStreamException>(() => source.ReadAsync(0, new byte[2], default).AsTask());
        await container.UploadBlobAsync(Copy.ToString(), new BinaryData(new byte[length]));
        await Assert.ThrowsAsync<EndOfStreamException>(() => source.ReadAsync(0, new byte[2], default).AsTask());
    }

    [Theory]
    [InlineData("7K3Q-F2M9-X4TD", "statement", 1, true)]
    [InlineData("7K3Q-F2M9-X4TD", "statement", 0, false)]
    [InlineData("7K3Q-F2M9-X4TD", "letter", 1, false)]
    [InlineData("0000-0000-0000", "statement", 1, false)]
    public async Task Nothing_is_copied_but_what_a_grant_names_in_its_time(string @case, string item, int hours, bool permits)
    {
        SealedPath body = Copy with { Attempt = AttemptId.New() };
        await vault.UploadBlobAsync(body.ToString(), new BinaryData(new byte[100]));
        DisclosureGrant grant = Granted(@case, item, TimeProvider.System.GetUtcNow().AddHours(hours));

        if (permits)
            Assert.Equal(100, await outbound.CopyAsync(grant, Region, Copy, body, null, 100, default));
        else
            await Assert.ThrowsAsync<InvalidOperationException>(() => outbound.CopyAsync(grant, Region, Copy, body, null, 100, default));
        Assert.Equal(permits, (await ListAsync()).Contains(Copy));
    }

    [Fact]
    public async Task A_copy_is_named_for_the_item_that_it_is_of()
    {
        DisclosureGrant grant = Granted("7K3Q-F2M9-X4TD", "statement", TimeProvider.System.GetUtcNow().AddHours(1));
        foreach (SealedPath other in (SealedPath[])[Copy with { Item = ItemId.Parse("letter") }, Copy with { Case = CaseId.Parse("0000-0000-0000") }])
            await Assert.ThrowsAsync<InvalidOperationException>(() => outbound.CopyAsync(grant, Region, other, Copy, null, 100, default));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_region_without_an_account_cannot_be_asked()
    {
        await Assert.ThrowsAsync<StorageUnavailableException>(() => outbound.RemoveAsync("eastus", Copy, default));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await outbound.ListAsync("eastus", default).GetAsyncEnumerator().MoveNextAsync());
    }

    // Only the transfer check makes one, so a test has to go round the language.
    private static DisclosureGrant Granted(string @case, string item, DateTimeOffset expires) =>
        (DisclosureGrant)typeof(DisclosureGrant).GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).Single()
            .Invoke([@case, (IReadOnlyList<string>)[item], "fr-pnf", Array.Empty<string>(), expires]);

    private async Task<IReadOnlyList<SealedPath>> ListAsync()
    {
        List<SealedPath> found = [];
        await foreach (SealedPath copy in outbound.ListAsync(Region, default))
            found.Add(copy);
        return found;
    }
}
