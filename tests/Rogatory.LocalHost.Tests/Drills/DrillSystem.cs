using Rogatory.Core.Case;
using Rogatory.LocalHost.Gate;
using Rogatory.LocalHost.Tests.EndToEnd;
using Rogatory.TestKit;
using Rogatory.TestKit.Azurite;

namespace Rogatory.LocalHost.Tests.Drills;

/// <summary>A host in the space of drills, with gate and Azurite of its own.</summary>
public sealed class DrillSystem : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("rogatory-drills-");
    private GateServer? _gate;
    private LocalHostServer? _host;

    public AzuriteProcess Azurite { get; } = new();

    /// <summary>Storage, as a host reaches it.</summary>
    public Uri Gate => _gate!.Origin;

    internal Callers Callers { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Uri[] free = FreePorts.Origins(2);
        await Azurite.StartAsync();
        _gate = await GateServer.StartAsync(new GateOptions
        {
            Listen = new Uri("http://127.0.0.1:0"),
            Upstream = Azurite.BlobOrigin,
            ContainerPolicies = [ContainerPolicy.Parse("ledger:append"), ContainerPolicy.Parse("statements")],
        });
        _host = await LocalHostServer.StartAsync(SystemUnderTest.Options(_data.FullName, free[0], free[1], _gate.Origin, Azurite) with
        {
            Space = Space.Drill,
            DrillsEvery = TimeSpan.FromMilliseconds(100),
        });
        Callers = new Callers(free[0], _data.FullName, Azurite);
        await Eventually.TrueAsync("health says ready", async () => (await Callers.GetAsync("/health")).Status == 200);
    }

    public async Task DisposeAsync()
    {
        Callers.Dispose();
        if (_host is not null) await _host.DisposeAsync();
        if (_gate is not null) await _gate.DisposeAsync();
        await Azurite.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
