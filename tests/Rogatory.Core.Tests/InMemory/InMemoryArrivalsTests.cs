using Rogatory.Core.Sealing;
using Rogatory.TestKit.Contracts;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Core.Tests.InMemory;

public sealed class InMemoryArrivalsTests : ArrivalsContract
{
    private readonly InMemoryVault vault = new();
    private readonly InMemoryArrivals arrivals;

    public InMemoryArrivalsTests() => arrivals = new InMemoryArrivals(vault);

    protected override IInbound Inbound => arrivals;

    protected override IArrivals Arrivals => arrivals;

    protected override IArrivalNotes Notes => arrivals;

    protected override IVault Vault => vault;

    protected override Task UploadAsync(SealedPath path, byte[] body)
    {
        arrivals.Upload(path, body);
        return Task.CompletedTask;
    }
}
