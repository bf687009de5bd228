using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Rogatory.TestKit.Azurite;

/// <summary>
/// Azurite's blob and queue services on free ports of 127.0.0.1. Serves as an xunit fixture as it stands (in memory, the
/// development account), or is made with other settings and started by hand.
/// </summary>
public sealed class AzuriteProcess : IAsyncLifetime, IAsyncDisposable
{
    // Node's standard input is a pipe from here: when it closes, because of StopAsync or because this process died, Azurite
    // gets the SIGTERM on which it saves everything. So none is ever left behind. It listens to the signal only a moment after it
    // has begun to answer; before, the signal would end it unsaved.
    private const string StopWhenInputEnds =
        "data:text/javascript,function stop(){if(process.listenerCount('SIGTERM'))process.kill(process.pid,'SIGTERM');else setTimeout(stop,10)}" +
        "process.stdin.resume().on('end',stop)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _output = new();
    private Process? _process;

    /// <summary>The folder that keeps what is stored; null keeps it in memory, and a restart begins empty.</summary>
    public string? Location { get; init; }

    public IReadOnlyList<AzuriteAccount> Accounts { get; init; } = [AzuriteAccount.Development];

    /// <summary>Origin of the blob service, such as <c>http://127.0.0.1:40001/</c>; kept over a restart.</summary>
    public Uri BlobOrigin { get; private set; } = new("http://127.0.0.1:0/");

    /// <summary>Origin of the queue service; kept over a restart.</summary>
    public Uri QueueOrigin { get; private set; } = new("http://127.0.0.1:0/");

    /// <summary>Starts Azurite and returns once both services answer; after a stop, on the same ports as before.</summary>
    public async Task StartAsync()
    {
        if (_process is { HasExited: false }) throw new InvalidOperationException("Azurite is running already.");
        var blob = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var queue = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process?.Dispose();
        _process = new Process { StartInfo = Command(), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data, blob, queue);
        _process.ErrorDataReceived += (_, line) => Read(line.Data, blob, queue);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        var exit = _process.WaitForExitAsync();
        var answering = Task.WhenAll(blob.Task, queue.Task);
        if (await Task.WhenAny(answering, exit).WaitAsync(Patience) == exit)
            throw new InvalidOperationException($"Azurite did not start: {Output()}");
        BlobOrigin = await blob.Task;
        QueueOrigin = await queue.Task;
    }

    /// <summary>Stops by SIGTERM, on which Azurite saves everything.</summary>
    public async Task StopAsync()
    {
        if (_process is null or { HasExited: true }) return;
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException timeout)
        {
            await KillAsync();
            throw new InvalidOperationException($"Azurite did not stop: {Output()}", timeout);
        }
    }

    /// <summary>Stops by SIGKILL; Azurite loses the last seconds of what it was told.</summary>
    public async Task KillAsync()
    {
        if (_process is null or { HasExited: true }) return;
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public string ConnectionString(AzuriteAccount? account = null) => ConnectionString(account, BlobOrigin);

    /// <summary>The same account with its blob service reached through <paramref name="blobOrigin"/>, a gate for instance.</summary>
    public string ConnectionString(AzuriteAccount? account, Uri blobOrigin)
    {
        account ??= Accounts[0];
        return string.Create(CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName={account.Name};AccountKey={account.Key};" +
            $"BlobEndpoint={new Uri(blobOrigin, account.Name)};QueueEndpoint={new Uri(QueueOrigin, account.Name)};");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process?.Dispose();
    }

    Task IAsyncLifetime.InitializeAsync() => StartAsync();

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    private ProcessStartInfo Command()
    {
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "--import", StopWhenInputEnds, Script(),
                "--disableTelemetry", "--skipApiVersionCheck", "--silent",
                // Port 0 lets Azurite take a free one itself, so no other process can be faster.
                "--blobPort", BlobOrigin.Port.ToString(CultureInfo.InvariantCulture),
                "--queuePort", QueueOrigin.Port.ToString(CultureInfo.InvariantCulture),
                "--tablePort", "0",
            },
        };
        if (Location is null)
            start.ArgumentList.Add("--inMemoryPersistence");
        else
        {
            start.ArgumentList.Add("--location");
            start.ArgumentList.Add(Location);
        }
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Accounts.Select(account => $"{account.Name}:{account.Key}"));
        return start;
    }

    private static string Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln"))) continue;
            var script = Path.Combine(folder.FullName, "node_modules", "azurite", "dist", "src", "azurite.js");
            return File.Exists(script) ? script : throw new InvalidOperationException("Azurite is not installed: run scripts/setup.sh");
        }
        throw new InvalidOperationException("No folder above the tests holds Serverless.sln.");
    }

    private void Read(string? line, TaskCompletionSource<Uri> blob, TaskCompletionSource<Uri> queue)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        const string Listening = "service is successfully listening at ";
        var address = line.IndexOf(Listening, StringComparison.Ordinal);
        if (address < 0) return;
        var origin = new Uri(line[(address + Listening.Length)..]);
        if (line.Contains("Blob", StringComparison.Ordinal)) blob.TrySetResult(origin);
        if (line.Contains("Queue", StringComparison.Ordinal)) queue.TrySetResult(origin);
    }

    private string Output()
    {
        lock (_output) return _output.ToString();
    }
}
