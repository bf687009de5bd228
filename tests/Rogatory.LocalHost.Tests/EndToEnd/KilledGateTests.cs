using Rogatory.TestKit;
using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Rogatory.Core.Access.Signatures;
using Rogatory.TestKit.Azurite;

namespace Rogatory.LocalHost.Tests.EndToEnd;

public sealed class KilledGateTests : IAsyncLifetime
{
    private static readonly byte[] Content = Material.Of(20 << 20);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("rogatory-");
    private readonly AzuriteProcess _azurite = new();
    private readonly Uri[] _free = FreePorts.Origins(3);
    private readonly StringBuilder _output = new();
    private ChildProcess _gate = null!;
    private LocalHostServer _host = null!;
    private Callers _callers = null!;

    public async Task InitializeAsync()
    {
        await _azurite.StartAsync();
        await StartGateAsync();
        _host = await LocalHostServer.StartAsync(SystemUnderTest.Options(_data.FullName, _free[1], _free[2], _free[0], _azurite));
        _callers = new Callers(_free[1], _data.FullName, _azurite);
        await _callers.RegisterPartnersAsync();
    }

    [Fact]
    public async Task A_gate_killed_in_mid_upload_and_started_again_holds_what_it_held_and_the_case_goes_on()
    {
        string @case = await _callers.OpenAsync(("before", Content), ("during", Content));
        await _callers.SendAsync(@case, ("before", Content));
        string path = $"/api/v1/requests/{@case}/items/during";
        using RawConnection upload = await RawConnection.OpenAsync(_free[1]);
        await upload.SendHeadAsync("PUT", path, _callers.Partner.Sign("PUT", path, ContentDigest.Of(Content))
            .Append(new("Content-Length", Content.Length.ToString(CultureInfo.InvariantCulture))));
        await upload.SendAsync(Content.AsMemory(0, 12 << 20));
        await Eventually.TrueAsync("a block of the body is staged", () => IsStagedAsync($"{@case}/during/"));

        _gate.Kill();
        await upload.SendAsync(Content.AsMemory(12 << 20));
        Answer answer = await upload.ReadAsync();
        answer.Refuses(503, "storage-unavailable");
        Assert.Contains("retry-after", answer.Headers.Keys);

        await StartGateAsync();
        await Eventually.TrueAsync("health says ready", async () => (await _callers.GetAsync("/health")).Status == 200);
        await _callers.SendAsync(@case, ("during", Content));
        await _callers.ReceiptAsync(@case);
        Assert.Equal(Content, (await _callers.Officer().ReadAsync(@case, "during")).Is(200).Body);
        Assert.Equal(["before", "during"], (await _callers.LedgerAsync(@case)).Sealed);
        await _callers.ClassifiedAsync(@case);
        await EveryBodyIsHeldAsync(@case);
    }

    public async Task DisposeAsync()
    {
        _callers.Dispose();
        await _host.DisposeAsync();
        _gate.Dispose();
        await _azurite.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private async Task StartGateAsync() => _gate = await ChildProcess.StartAsync(
        _output, "gate", "--urls", _free[0].GetLeftPart(UriPartial.Authority), "--upstream", _azurite.BlobOrigin.GetLeftPart(UriPartial.Authority));

    private async Task<bool> IsStagedAsync(string prefix)
    {
        BlobContainerClient vault = new StorageView(_azurite).Container("vault");
        await foreach (BlobItem blob in vault.GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, prefix, CancellationToken.None))
            return blob.Name.Length > 0;
        return false;
    }

    private async Task EveryBodyIsHeldAsync(string @case)
    {
        var throughGate = new BlobContainerClient(_azurite.ConnectionString(null, _free[0]), "vault");
        int held = 0;
        await foreach (BlobItem blob in throughGate.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{@case}/", CancellationToken.None))
        {
            var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => throughGate.DeleteBlobAsync(blob.Name));
            Assert.Equal(409, refusal.Status);
            held++;
        }

        // Three, what was found in each, and a justification; more where an attempt was cut off.
        Assert.InRange(held, 7, 11);
    }
}
