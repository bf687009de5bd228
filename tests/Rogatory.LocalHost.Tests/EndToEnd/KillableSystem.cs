using Rogatory.TestKit;
using System.Text;
using Rogatory.LocalHost.Gate;
using Rogatory.LocalHost.Keys;
using Rogatory.TestKit.Azurite;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>The whole system with the host as a process of its own, which can be killed at an exact call to storage.</summary>
public sealed class KillableSystem : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("rogatory-");
    private readonly StringBuilder _output = new();
    private readonly Uri[] _free = FreePorts.Origins(2);
    private Task _killed = Task.CompletedTask;
    private GateServer? _gate;
    private ChildProcess? _host;

    public AzuriteProcess Azurite { get; } = new();

    internal StorageRelay Relay { get; private set; } = null!;

    internal Callers Callers { get; private set; } = null!;

    internal StorageView Storage { get; private set; } = null!;

    /// <summary>All that the host ever wrote to its console.</summary>
    public string Output => ChildProcess.Text(_output);

    public async Task InitializeAsync()
    {
        await Azurite.StartAsync();
        Storage = new StorageView(Azurite);
        _gate = await GateServer.StartAsync(new GateOptions
        {
            Listen = new Uri("http://127.0.0.1:0"),
            Upstream = Azurite.BlobOrigin,
            ContainerPolicies = [ContainerPolicy.Parse("ledger:append"), ContainerPolicy.Parse("statements")],
        });
        Relay = await StorageRelay.StartAsync(_gate.Origin);
        new DataDirectory(_data.FullName).Create();
        Callers = new Callers(_free[0], _data.FullName, Azurite);
        await EnsureHostAsync();
        await Callers.RegisterPartnersAsync();
    }

    /// <summary>Starts the host if it was killed, with the same data directory.</summary>
    public async Task EnsureHostAsync()
    {
        if (_host is { IsRunning: true }) return;
        _host?.Dispose();
        _host = await ChildProcess.StartAsync(
            _output, "host", "--data", _data.FullName, "--urls", Origin(_free[0]), "--issuer-urls", Origin(_free[1]), "--abandon-after", "1", "--sweep-every", "1",
            "--blob", $"{Origin(Relay.Origin)}/devstoreaccount1", "--queue", $"{Origin(Azurite.QueueOrigin)}/devstoreaccount1");
    }

    /// <summary>Kills the host at the n-th such call to storage about a case from here on, before or after it took effect.</summary>
    public Task KillHostAt(string method, string @case, string inTarget, int nth, bool isAfter) =>
        _killed = Relay.Set(method, @case, inTarget, nth, isAfter, () => _host!.Kill());

    /// <summary>Makes a call, and makes it again when it got no answer (with the host restarted) or the answer is to try again.</summary>
    internal async Task<Answer> InsistAsync(Func<Task<Answer>> call)
    {
        const int tries = 5;
        for (int number = 1; ; number++)
        {
            try
            {
                Answer answer = await call();
                if (answer.Status != 503 || number == tries) return answer;
            }
            catch (HttpRequestException) when (number < tries)
            {
                await _killed.WaitAsync(Patience);
                await EnsureHostAsync();
            }
        }
    }

    public async Task DisposeAsync()
    {
        Callers.Dispose();
        _host?.Dispose();
        await Relay.DisposeAsync();
        if (_gate is not null) await _gate.DisposeAsync();
        await Azurite.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private static string Origin(Uri uri) => uri.GetLeftPart(UriPartial.Authority);
}
