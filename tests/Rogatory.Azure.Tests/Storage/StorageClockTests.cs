using Rogatory.Core;
using Rogatory.TestKit;

namespace Rogatory.Azure.Tests.Storage;

[Collection(nameof(StorageCollection))]
public sealed class StorageClockTests(StorageFixture storage)
{
    [Fact]
    public async Task A_clock_that_agrees_with_storages_passes() =>
        await new StorageClock(await storage.ContainerAsync("clock", new RequestLog()), TimeProvider.System).ProbeAsync(default);

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task A_clock_that_is_off_by_more_than_five_seconds_is_told(int seconds)
    {
        var container = await storage.ContainerAsync("clock", new RequestLog());
        var off = new OffsetTime(TimeSpan.FromSeconds(seconds));

        var told = await Assert.ThrowsAsync<StorageUnavailableException>(() => new StorageClock(container, off).ProbeAsync(default));

        Assert.Equal("clock", told.Store);
    }

    private sealed class OffsetTime(TimeSpan offset) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
    }
}
