using Azure.Storage.Blobs;

namespace Rogatory.LocalHost.Tests.EndToEnd;

[Collection(SystemCollection.Name)]
public sealed class PoisonedWakeUpTests(SystemUnderTest system)
{
    [Fact]
    public async Task A_wake_up_that_nobody_can_read_is_an_incident()
    {
        await system.Storage.Queue("cases").SendMessageAsync("nonsense");

        BlobClient incidents = system.Storage.Container("ledger").GetBlobClient("incidents");
        await Eventually.TrueAsync("an incident", async () => await incidents.ExistsAsync()
            && (await incidents.DownloadContentAsync()).Value.Content.ToString().Contains("\"cause\":\"work-poisoned\"", StringComparison.Ordinal));
    }
}
