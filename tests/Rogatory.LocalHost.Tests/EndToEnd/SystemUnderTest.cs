using Rogatory.TestKit;
using Rogatory.LocalHost.Gate;
using Rogatory.TestKit.Azurite;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>The whole system as run.sh starts it, with gate and host in this process and Azurite in memory.</summary>
public sealed class SystemUnderTest : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("rogatory-");
    private GateServer? _gate;
    private LocalHostServer? _host;
    private Uri _gateOrigin = new("http://127.0.0.1:0");

    public AzuriteProcess Azurite { get; } = new();

    public Uri Origin { get; private set; } = null!;

    /// <summary>Storage, as everyone but its owner reaches it.</summary>
    public Uri Gate => _gateOrigin;

    internal Callers Callers { get; private set; } = null!;

    internal StorageView Storage { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Uri[] free = FreePorts.Origins(2);
        Origin = free[0];
        await Azurite.StartAsync();
        Storage = new StorageView(Azurite);
        await StartGateAsync();
        _host = await LocalHostServer.StartAsync(Options(_data.FullName, Origin, free[1], _gateOrigin, Azurite));
        Callers = new Callers(Origin, _data.FullName, Azurite);
        await Callers.RegisterPartnersAsync();
    }

    /// <summary>Starts the gate; after a stop, where it was before.</summary>
    public async Task StartGateAsync()
    {
        _gate = await GateServer.StartAsync(new GateOptions
        {
            Listen = _gateOrigin,
            Upstream = Azurite.BlobOrigin,
            ContainerPolicies = [ContainerPolicy.Parse("ledger:append"), ContainerPolicy.Parse("statements")],
        });
        _gateOrigin = _gate.Origin;
    }

    public async Task StopGateAsync()
    {
        if (_gate is not null) await _gate.DisposeAsync();
        _gate = null;
    }

    public async Task DisposeAsync()
    {
        Callers.Dispose();
        if (_host is not null) await _host.DisposeAsync();
        await StopGateAsync();
        await Azurite.DisposeAsync();
        _data.Delete(recursive: true);
    }

    internal static LocalHostOptions Options(string data, Uri origin, Uri issuer, Uri gate, AzuriteProcess azurite) => new()
    {
        Data = data,
        Listen = origin,
        Origin = origin,
        Issuer = issuer,
        Blob = new Uri(gate, AzuriteAccount.Development.Name),
        Queue = new Uri(azurite.QueueOrigin, AzuriteAccount.Development.Name),
        CheckpointEvery = TimeSpan.FromSeconds(1),
    };
}
