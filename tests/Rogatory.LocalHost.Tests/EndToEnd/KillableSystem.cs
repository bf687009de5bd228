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
    private readonly Queue<(string Case, KillPoint Point)> _kills = new();
    private Task _killed = Task.CompletedTask;
    private int _tries = 5;
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

    /// <summary>Starts the host if it was killed, with the same data directory, to be killed at the next point if one is left.</summary>
    public async Task EnsureHostAsync()
    {
        while (_host is not { IsRunning: true })
        {
            _host?.Dispose();
            bool isKilledNext = SetNextKill();
            _host = ChildProcess.Start(
                _output, "host", "--data", _data.FullName, "--urls", Origin(_free[0]), "--issuer-urls", Origin(_free[1]), "--abandon-after", "1", "--sweep-every", "1",
                "--blob", $"{Origin(Relay.Origin)}/devstoreaccount1", "--queue", $"{Origin(Azurite.QueueOrigin)}/devstoreaccount1");
            try
            {
                await _host.ListensAsync();
            }
            catch (InvalidOperationException) when (isKilledNext)
            {
                // Its first work may come to the point before it says that it listens.
                await _killed.WaitAsync(Patience);
            }
        }
    }

    /// <summary>
    /// Kills the host at each of these calls to storage about a case, one after another: a point's calls are counted from here on, or from when the host
    /// starts that follows the one killed before.
    /// </summary>
    /// <returns>Whether it was killed at all of them by now.</returns>
    internal Func<bool> KillHostAt(string @case, params IReadOnlyList<KillPoint> points)
    {
        _kills.Clear();
        foreach (KillPoint point in points)
            _kills.Enqueue((@case, point));
        _tries = 4 + points.Count;
        SetNextKill();
        return () => _kills.Count == 0 && _killed.IsCompleted;
    }

    private bool SetNextKill()
    {
        if (!_kills.TryDequeue(out var next)) return false;
        _killed = Relay.Set(next.Point.Method, next.Case, next.Point.InTarget.Replace("{case}", next.Case, StringComparison.Ordinal), next.Point.Nth, next.Point.IsAfter, () => _host!.Kill());
        return true;
    }

    /// <summary>Makes a call, and makes it again when it got no answer (with the host restarted) or the answer is to try again.</summary>
    internal async Task<Answer> InsistAsync(Func<Task<Answer>> call)
    {
        for (int number = 1; ; number++)
        {
            try
            {
                Answer answer = await call();
                if (answer.Status != 503 || number == _tries) return answer;
            }
            catch (HttpRequestException) when (number < _tries)
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
