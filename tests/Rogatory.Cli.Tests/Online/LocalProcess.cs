using System.Diagnostics;
using System.Text;

namespace Rogatory.Cli.Tests.Online;

/// <summary>The local host's program, run as a process of its own.</summary>
internal sealed class LocalProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private LocalProcess(Process process) => _process = process;

    /// <summary>Runs it to its end and returns what it printed.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Command(arguments))!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{arguments[0]} failed: {output}{await errors}");
    }

    /// <summary>Starts it and returns once it prints that it listens.</summary>
    public static async Task<LocalProcess> StartAsync(params string[] arguments)
    {
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new LocalProcess(new Process { StartInfo = Command(arguments) });
        started._process.OutputDataReceived += (_, line) => started.Read(line.Data, listens);
        started._process.ErrorDataReceived += (_, line) => started.Read(line.Data, listens);
        started._process.Start();
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        var exit = started._process.WaitForExitAsync();
        if (await Task.WhenAny(listens.Task, exit).WaitAsync(Patience) == exit)
            throw new InvalidOperationException($"{arguments[0]} did not start: {started._output}");
        return started;
    }

    /// <summary>As <c>kill -9</c>: it can finish nothing.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private void Read(string? line, TaskCompletionSource listens)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        if (line.Contains(" listens at ", StringComparison.Ordinal)) listens.TrySetResult();
    }

    private static ProcessStartInfo Command(string[] arguments)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (here.Name, here.Parent!.Name);
        var root = here.Parent.Parent!.Parent!.Parent!.Parent!.FullName;
        var program = Path.Combine(root, "functions", "Rogatory.LocalHost", "bin", configuration, framework, "Rogatory.LocalHost.dll");
        if (!File.Exists(program)) throw new InvalidOperationException("The local host is not built: run scripts/test.sh");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("AZURITE_ACCOUNTS");
        return start;
    }
}
