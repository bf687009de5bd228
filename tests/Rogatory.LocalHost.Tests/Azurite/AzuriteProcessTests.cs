using System.Net;
using Azure.Storage.Blobs;
using Rogatory.TestKit.Azurite;

namespace Rogatory.LocalHost.Tests.Azurite;

public sealed class AzuriteProcessTests
{
    [Fact]
    public async Task It_answers_once_started_and_keeps_its_ports_over_a_restart()
    {
        await using var azurite = new AzuriteProcess { Accounts = [AzuriteAccount.Development, AzuriteAccount.Named("keys")] };
        await azurite.StartAsync();
        var (blobs, queues) = (azurite.BlobOrigin, azurite.QueueOrigin);
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], await Answers(azurite));

        await azurite.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => Answers(azurite));

        await azurite.StartAsync();
        Assert.Equal((blobs, queues), (azurite.BlobOrigin, azurite.QueueOrigin));
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], await Answers(azurite));
    }

    [Fact]
    public async Task What_was_stored_before_a_stop_is_there_after_it()
    {
        var folder = Directory.CreateTempSubdirectory("azurite-");
        try
        {
            await using var azurite = new AzuriteProcess { Location = folder.FullName };
            await azurite.StartAsync();
            var container = new BlobContainerClient(azurite.ConnectionString(), "kept");
            await container.CreateAsync();

            await azurite.StopAsync();
            await azurite.StartAsync();

            Assert.True(await container.ExistsAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task One_that_cannot_start_says_why()
    {
        await using var azurite = new AzuriteProcess { Location = "/dev/null/nowhere" };
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(azurite.StartAsync);
        Assert.Contains("/dev/null", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode[]> Answers(AzuriteProcess azurite)
    {
        using var client = new HttpClient();
        using var blobs = await client.GetAsync(new Uri(azurite.BlobOrigin, "devstoreaccount1?comp=list"));
        using var queues = await client.GetAsync(new Uri(azurite.QueueOrigin, "devstoreaccount1?comp=list"));
        return [blobs.StatusCode, queues.StatusCode];
    }
}
